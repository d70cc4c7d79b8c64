export function show(value) {
  // ruleid: invalid-typeof
  if (typeof value === 'undefned') return '';
  // ruleid: invalid-typeof
  if (typeof value != 'array') return '?';
  // ok: invalid-typeof
  if (typeof value === 'undefined') return '';
  // ok: invalid-typeof
  return typeof value === typeof other ? value : '';
}
