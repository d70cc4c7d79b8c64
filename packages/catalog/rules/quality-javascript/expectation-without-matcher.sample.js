test('total', () => {
  // ruleid: expectation-without-matcher
  expect(total([1, 2]) === 3);
  // ruleid: expectation-without-matcher
  expect(order.open).not;
  // ok: expectation-without-matcher
  expect(total([1, 2])).toBe(3);
  // ok: expectation-without-matcher
  expect(order.paid).to.be.true;
});
