export function check(state, code) {
  // ruleid: strict-unequal-to-either
  if (state !== 'open' || state !== 'closed') throw new Error(state);
  // ruleid: strict-unequal-to-either
  return code === 200 && code === 204;
}
export function fine(state, code) {
  // ok: strict-unequal-to-either
  if (state !== 'open' && state !== 'closed') throw new Error(state);
  // ok: strict-unequal-to-either
  return code === 200 || code === 204 || code !== 1 || state !== 2;
}
