export function bill(price, count, paid) {
  let total = 0;
  let rest = 0;
  // ruleid: overwritten-value
  total = price * count;
  total = price - paid;
  // ruleid: overwritten-value
  rest = 1;
  rest = total;
  // ok: overwritten-value
  total = price * 2;
  total = total - paid;
  // ok: overwritten-value
  rest = total;
  total = rest;
  return total;
}
