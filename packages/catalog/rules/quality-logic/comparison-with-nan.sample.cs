class Totals
{
    double Check(double total)
    {
        // ruleid: comparison-with-nan
        if (total == double.NaN) return 0;
        // ruleid: comparison-with-nan
        if (total != Double.NaN) return total;
        // ok: comparison-with-nan
        if (double.IsNaN(total)) return 0;
        // ok: comparison-with-nan
        return double.NaN;
    }
}
