package p

func check(total float64) float64 {
	// ruleid: comparison-with-nan
	if total == math.NaN() {
		return 0
	}
	// ruleid: comparison-with-nan
	if total != math.NaN() {
		return total
	}
	// ok: comparison-with-nan
	if math.IsNaN(total) {
		return 0
	}
	// ok: comparison-with-nan
	return math.NaN()
}
