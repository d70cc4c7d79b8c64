package p

func greet(names []string, balance int) {
	// ruleid: length-below-zero
	if len(names) >= 0 {
		hello(names)
	}
	// ruleid: length-below-zero
	if len(names) < 0 {
		return
	}
	// ok: length-below-zero
	if len(names) > 0 {
		hello(names)
	}
	// ok: length-below-zero
	if balance >= 0 {
		hello(names)
	}
}
