export function flags(order) {
  // ruleid: boxed-primitive
  const open = new Boolean(order.open);
  // ruleid: boxed-primitive
  const name = new String(order.name);
  // ok: boxed-primitive
  const paid = Boolean(order.paid);
  // ok: boxed-primitive
  return [open, name, paid, new Map()];
}
