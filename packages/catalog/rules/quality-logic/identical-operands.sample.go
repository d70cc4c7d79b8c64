package p

func both(left, right *Box) bool {
	// ruleid: identical-operands
	if left.Visible && left.Visible {
		return true
	}
	// ruleid: identical-operands
	return right.Width/right.Width > 1
}

func fine(left, right *Box) bool {
	// ok: identical-operands
	if left.Visible && right.Visible {
		return true
	}
	// ok: identical-operands
	return left.Width-right.Width > 1
}
