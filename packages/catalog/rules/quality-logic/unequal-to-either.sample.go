package p

func check(state string, code int) bool {
	// ruleid: unequal-to-either
	if state != "open" || state != "closed" {
		return false
	}
	// ruleid: unequal-to-either
	return code == 200 && code == 204
}

func fine(state string, code int) bool {
	// ok: unequal-to-either
	if state != "open" && state != "closed" {
		return false
	}
	// ok: unequal-to-either
	return code != 200 || state != "open"
}
