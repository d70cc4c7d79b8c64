export function isEmpty(names, map) {
  // ruleid: comparison-with-new-object
  if (names === []) return true;
  // ruleid: comparison-with-new-object
  if (map !== {}) return false;
  // ok: comparison-with-new-object
  if (names.length === 0) return true;
  // ok: comparison-with-new-object
  return names[0] === map.first;
}
