package sizes

func same(left, right *Box) bool {
	// ruleid: self-comparison
	if left.Size == left.Size {
		return true
	}
	// ruleid: self-comparison
	return right.Size >= right.Size
}

func other(left, right *Box, value float64) bool {
	// ok: self-comparison
	if value != value {
		return false
	}
	// ok: self-comparison
	return left.Next() == left.Next() || left.Size == right.Size
}
