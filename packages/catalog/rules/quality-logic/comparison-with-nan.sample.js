export function check(total) {
  // ruleid: comparison-with-nan
  if (total == NaN) throw new Error('no number');
  // ruleid: comparison-with-nan
  if (total != Number.NaN) return total;
  // ok: comparison-with-nan
  if (Number.isNaN(total)) return 0;
  // ok: comparison-with-nan
  return (total = NaN);
}
