export function check(total) {
  // ruleid: strict-comparison-with-nan
  if (total === NaN) throw new Error('no number');
  // ruleid: strict-comparison-with-nan
  if (Number.NaN !== total) return total;
  // ok: strict-comparison-with-nan
  if (Number.isNaN(total)) return 0;
  // ok: strict-comparison-with-nan
  return (total = NaN);
}
