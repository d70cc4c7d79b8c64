export function check(order) {
  // ruleid: thrown-literal
  if (!order) throw 'the order is empty';
  // ruleid: thrown-literal
  if (order.late) throw `${order.id} is late`;
  // ok: thrown-literal
  if (order.old) throw new Error('the order is old');
  // ok: thrown-literal
  if (order.error) throw order.error;
}
