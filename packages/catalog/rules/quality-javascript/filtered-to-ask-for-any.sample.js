export function hasAdmin(people) {
  // ruleid: filtered-to-ask-for-any
  if (people.filter((it) => it.admin).length > 0) return true;
  // ruleid: filtered-to-ask-for-any
  if (people.filter(Boolean).length !== 0) return true;
  // ok: filtered-to-ask-for-any
  if (people.filter((it) => it.admin).length > 1) return false;
  // ok: filtered-to-ask-for-any
  return people.some(isAdmin);
}
