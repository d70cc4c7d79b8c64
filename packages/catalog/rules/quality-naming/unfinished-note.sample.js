export function tax(order) {
  // ruleid: unfinished-note
  // TODO rates of other countries
  const rate = 0.2;
  // ruleid: unfinished-note
  /* FIXME: round */
  // ok: unfinished-note
  // TODO(#412): rates of other countries
  // ok: unfinished-note
  const TODO = rate * order.total;
  return TODO;
}
