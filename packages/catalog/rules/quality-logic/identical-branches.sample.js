export function price(member, item) {
  // ruleid: identical-branches
  if (member) {
    item.total = full(item);
    show(item);
  } else {
    item.total = full(item);
    show(item);
  }
  // ruleid: identical-branches
  if (item.gift) wrap(item);
  else wrap(item);
  // ok: identical-branches
  if (member) show(item);
  else hide(item);
  // ok: identical-branches
  if (item.gift) {
    wrap(item);
    show(item);
  } else {
    wrap(item);
  }
}
