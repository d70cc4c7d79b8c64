export function copies(order) {
  // ruleid: serialised-copy
  const copy = JSON.parse(JSON.stringify(order));
  // ruleid: serialised-copy
  order.lines = JSON.parse(JSON.stringify(order.lines));
  // ok: serialised-copy
  const text = JSON.stringify(order);
  // ok: serialised-copy
  return [copy, JSON.parse(text)];
}
