export function cells(rows, n) {
  for (let i = 0; i < rows.length; i++) {
    // ruleid: wrong-loop-counter
    for (let j = 0; j < rows[i].length; i++) show(rows[i][j]);
    // ok: wrong-loop-counter
    for (let j = 0; j < rows[i].length; j++) show(rows[i][j]);
  }
  for (let i = 0; i < n; i++) {
    // ruleid: wrong-loop-counter
    for (let j = 0; j <= n; i++) {
      show(j);
    }
    // ok: wrong-loop-counter
    for (let j = 0; j <= n; j++) show(j);
  }
}
