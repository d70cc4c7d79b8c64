class Cells
{
    void All(int[][] rows, int n)
    {
        for (int i = 0; i < n; i++)
        {
            // ruleid: wrong-loop-counter
            for (int j = 0; j < rows[i].Length; i++)
            {
                Show(rows[i][j]);
            }
            // ok: wrong-loop-counter
            for (int j = 0; j < rows[i].Length; j++)
            {
                Show(rows[i][j]);
            }
            // ruleid: wrong-loop-counter
            for (int j = 0; j <= n; i++)
            {
                Show(j);
            }
            // ok: wrong-loop-counter
            for (int j = 0; j <= n; j++)
            {
                Show(j);
            }
        }
    }
}
