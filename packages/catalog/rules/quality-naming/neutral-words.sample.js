// ruleid: neutral-words
export function sanityCheck(order) {
  // ruleid: neutral-words
  const manHours = order.hours;
  // ok: neutral-words
  const workHours = woman(order);
  // ok: neutral-words
  return workHours;
}
