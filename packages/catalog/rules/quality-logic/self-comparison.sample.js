export function sameSize(left, right) {
  // ruleid: self-comparison
  if (left.size == left.size) return true;
  // ruleid: self-comparison
  return right.size >= right.size;
}
export function isNaNish(value, other) {
  // ok: self-comparison
  if (value !== value) return true;
  // ok: self-comparison
  return value === other || next() === next();
}
