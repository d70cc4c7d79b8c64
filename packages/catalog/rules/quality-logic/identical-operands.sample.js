export function both(left, right) {
  // ruleid: identical-operands
  if (left.visible && left.visible) return true;
  // ruleid: identical-operands
  return right.width - right.width;
}
export function fine(left, right) {
  // ok: identical-operands
  if (left.visible && right.visible) return true;
  // ok: identical-operands
  return next() || next() || left.width - right.width;
}
