export function check(order) {
  if (!order) {
    // ruleid: exception-not-thrown
    new Error('no order');
  }
  if (order.late) {
    // ruleid: exception-not-thrown
    new TypeError(`late: ${order.id()}`);
  }
  if (order.old) {
    // ok: exception-not-thrown
    throw new Error('old');
  }
  // ok: exception-not-thrown
  return new Error('other');
}
