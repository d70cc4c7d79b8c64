export function check(count, name) {
  // ruleid: loose-equality
  if (count == 0) return 0;
  // ruleid: loose-equality
  if (name == count) return 1;
  // ok: loose-equality
  if (count === 0) return 2;
  // ok: loose-equality
  return name == null;
}
