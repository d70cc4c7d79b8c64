export async function customers(orders) {
  const all = [];
  for (const order of orders) {
    // ruleid: query-in-loop
    all.push(await Customer.findByPk(order.customer));
  }
  for (const order of orders) {
    // ruleid: query-in-loop
    const first = await prisma.line.findFirst({ where: { order: order.id } });
    all.push(first);
  }
  // ok: query-in-loop
  const list = await Customer.findAll({ where: { id: orders.map((it) => it.customer) } });
  for (const it of list) {
    // ok: query-in-loop
    all.push(it.findFirst());
  }
  return all;
}
