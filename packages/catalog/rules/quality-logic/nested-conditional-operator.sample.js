export function price(member, young) {
  // ruleid: nested-conditional-operator
  const a = member ? (young ? 5 : 8) : 10;
  // ruleid: nested-conditional-operator
  const b = member ? 8 : young ? 9 : 10;
  // ok: nested-conditional-operator
  const c = member ? 8 : 10;
  // ok: nested-conditional-operator
  const d = (young ? 5 : 8) + 1;
  return a + b + c + d;
}
