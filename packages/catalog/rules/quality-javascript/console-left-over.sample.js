export function total(order) {
  // ruleid: console-left-over
  console.log('order', order);
  // ruleid: console-left-over
  console.debug(order.total);
  // ok: console-left-over
  console.error('no total');
  // ok: console-left-over
  order.console.show();
  return order.total;
}
