export function clean(name, names) {
  // ruleid: lost-result
  name.trim();
  // ruleid: lost-result
  names.concat([name]);
  // ok: lost-result
  name = name.toLowerCase();
  // ok: lost-result
  names.sort();
  return name.trim();
}
