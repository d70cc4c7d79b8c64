export function sameSize(left, right) {
  // ruleid: identical-to-itself
  if (left.size === left.size) return true;
  // ruleid: identical-to-itself
  return right.name === right.name && left.name === right.name;
}
export function isNaNish(value, other) {
  // ok: identical-to-itself
  if (value !== value) return true;
  // ok: identical-to-itself
  return value === other || next() === next();
}
