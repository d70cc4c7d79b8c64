class Totals {
    double check(double total) {
        // ruleid: comparison-with-nan
        if (total == Double.NaN) return 0;
        // ruleid: comparison-with-nan
        if (Float.NaN != total) return total;
        // ok: comparison-with-nan
        if (Double.isNaN(total)) return 0;
        // ok: comparison-with-nan
        return Double.NaN;
    }
}
