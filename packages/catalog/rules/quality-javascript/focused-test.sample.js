// ruleid: focused-test
describe.only('orders', () => {
  // ruleid: focused-test
  it.only('are counted', () => check(1));
  // ok: focused-test
  it('are sent', () => check(2));
  // ok: focused-test
  filter.only('late', (it) => it.late);
});
