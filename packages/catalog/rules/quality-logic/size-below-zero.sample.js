export function greet(names, all) {
  // ruleid: size-below-zero
  if (names.length >= 0) hello(names);
  // ruleid: size-below-zero
  if (all.names.length < 0) return;
  // ok: size-below-zero
  if (names.length > 0) hello(names);
  // ok: size-below-zero
  if (all.balance >= 0) hello(all);
}
