export async function sendAll(orders, send) {
  // ruleid: async-for-each
  orders.forEach(async (order) => {
    await send(order);
  });
  // ruleid: async-for-each
  orders.forEach(async function (order) {
    await send(order);
  });
  // ok: async-for-each
  for (const order of orders) await send(order);
  // ok: async-for-each
  await Promise.all(orders.map(async (order) => send(order)));
}
