export function board(n) {
  // ruleid: shared-fill
  const rows = new Array(n).fill([]);
  // ruleid: shared-fill
  const cells = Array(n).fill({});
  // ok: shared-fill
  const zeros = new Array(n).fill(0);
  // ok: shared-fill
  const fine = Array.from({ length: n }, () => []);
  return [rows, cells, zeros, fine];
}
