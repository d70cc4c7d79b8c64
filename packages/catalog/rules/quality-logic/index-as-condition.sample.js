export function find(names, name) {
  // ruleid: index-as-condition
  if (names.indexOf(name)) return true;
  // ruleid: index-as-condition
  if (!name.lastIndexOf('x')) return false;
  // ok: index-as-condition
  if (names.indexOf(name) !== -1) return true;
  // ok: index-as-condition
  if (names.includes(name)) return true;
  return names.indexOf(name);
}
