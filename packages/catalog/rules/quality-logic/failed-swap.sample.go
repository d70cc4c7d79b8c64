package p

func order(all []int, left, right int) {
	// ruleid: failed-swap
	left = right
	right = left
	// ruleid: failed-swap
	all[0] = all[1]
	all[1] = all[0]
}

func fine(left, right int) {
	// ok: failed-swap
	left, right = right, left
	// ok: failed-swap
	old := left
	left = right
	right = old
}
