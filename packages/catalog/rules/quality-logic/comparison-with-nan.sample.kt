fun check(total: Double): Double {
    // ruleid: comparison-with-nan
    if (total == Double.NaN) return 0.0
    // ruleid: comparison-with-nan
    if (Double.NaN != total) return total
    // ok: comparison-with-nan
    if (total.isNaN()) return 0.0
    // ok: comparison-with-nan
    return Double.NaN
}
