package p

func greet(names []string, balance int) {
	// ruleid: size-below-zero
	if len(names) >= 0 {
		hello(names)
	}
	// ruleid: size-below-zero
	if len(names) < 0 {
		return
	}
	// ok: size-below-zero
	if len(names) > 0 {
		hello(names)
	}
	// ok: size-below-zero
	if balance >= 0 {
		hello(names)
	}
}
