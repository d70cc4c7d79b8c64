export function total(items, log) {
  for (const it of items) {
    if (it.last) {
      break;
      // ruleid: unreachable-code
      log(it);
    }
  }
  if (log) {
    return items.length;
    // ruleid: unreachable-code
    log(items);
  }
  // ok: unreachable-code
  if (items.empty) return 0;
  return sum(items);
  // ok: unreachable-code
  function sum(list) {
    return list.length;
  }
}
