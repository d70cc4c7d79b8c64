export function price(name, prices) {
  // ruleid: negated-left-operand
  if (!name in prices) return 0;
  // ruleid: negated-left-operand
  if (!prices instanceof Map) return 0;
  // ok: negated-left-operand
  if (!(name in prices)) return 0;
  // ok: negated-left-operand
  return !(prices instanceof Map) ? 0 : prices[name];
}
