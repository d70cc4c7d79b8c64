class Cells {
    void cells(int[][] rows, int n) {
        for (int i = 0; i < rows.length; i++) {
            // ruleid: wrong-loop-counter
            for (int j = 0; j < rows[i].length; i++) {
                show(rows[i][j]);
            }
            // ok: wrong-loop-counter
            for (int j = 0; j < rows[i].length; j++) {
                show(rows[i][j]);
            }
        }
        for (int i = 0; i < n; i++) {
            // ruleid: wrong-loop-counter
            for (int j = 0; j <= n; i++) {
                show(j);
            }
            // ok: wrong-loop-counter
            for (int j = i; j < n; j++) {
                show(j);
            }
        }
    }
}
