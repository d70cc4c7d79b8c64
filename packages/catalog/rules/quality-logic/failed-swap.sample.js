export function order(left, right) {
  if (left > right) {
    // ruleid: failed-swap
    left = right;
    right = left;
  }
  // ruleid: failed-swap
  left.next = right.next;
  right.next = left.next;
}
export function fine(left, right) {
  // ok: failed-swap
  const old = left;
  left = right;
  right = old;
  // ok: failed-swap
  [left, right] = [right, left];
}
