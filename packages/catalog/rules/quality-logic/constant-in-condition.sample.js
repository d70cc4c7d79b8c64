export function run(it, state) {
  // ruleid: constant-in-condition
  if (state = 'open') close(it);
  // ruleid: constant-in-condition
  while (it.done = false) step(it);
  // ok: constant-in-condition
  if (state == 'open') close(it);
  // ok: constant-in-condition
  while ((it.next = read())) step(it);
}
