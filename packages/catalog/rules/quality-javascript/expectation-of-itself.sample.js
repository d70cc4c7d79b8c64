test('total', () => {
  // ruleid: expectation-of-itself
  expect(true).toBe(true);
  // ruleid: expectation-of-itself
  assert.strictEqual(order.total, order.total);
  // ok: expectation-of-itself
  expect(order.total).toBe(3);
  // ok: expectation-of-itself
  expect(next()).toEqual(next());
});
