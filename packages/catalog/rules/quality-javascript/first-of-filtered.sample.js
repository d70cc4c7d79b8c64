export function admin(people) {
  // ruleid: first-of-filtered
  const first = people.filter((it) => it.admin)[0];
  // ruleid: first-of-filtered
  const other = people.filter(Boolean).shift();
  // ok: first-of-filtered
  const second = $(people).filter(selector)[0];
  // ok: first-of-filtered
  const found = people.find((it) => it.admin);
  return [first, other, second, found];
}
