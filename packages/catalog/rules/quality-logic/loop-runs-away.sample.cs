class Everything
{
    void All(int[] list)
    {
        // ruleid: loop-runs-away
        for (int i = 0; i < list.Length; i--)
        {
            Show(list[i]);
        }
        // ruleid: loop-runs-away
        for (int i = list.Length - 1; i >= 0; i++)
        {
            Show(list[i]);
        }
        // ok: loop-runs-away
        for (int i = 0; i < list.Length; i++)
        {
            Show(list[i]);
        }
        // ok: loop-runs-away
        for (int i = list.Length - 1; i >= 0; i--)
        {
            Show(list[i]);
        }
    }
}
