export function saveAll(save, order) {
  // ruleid: swallowed-rejection
  save(order).catch(() => {});
  // ruleid: swallowed-rejection
  save(order.next).catch(function (error) {});
  // ok: swallowed-rejection
  save(order.last).catch((error) => log(error));
  // ok: swallowed-rejection
  save(order).catch(() => {
    // It is saved again in a minute.
  });
}
