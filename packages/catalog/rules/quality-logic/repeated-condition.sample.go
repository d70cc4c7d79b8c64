package p

func run(state string, it *Item) {
	// ruleid: repeated-condition
	if state == "open" {
		open(it)
	} else if state == "open" {
		closeIt(it)
	}
	// ruleid: repeated-condition
	if it.Ready {
		open(it)
	} else if it.Done {
		closeIt(it)
	} else if it.Ready {
		remove(it)
	}
	// ok: repeated-condition
	if state == "open" {
		open(it)
	} else if state == "closed" {
		closeIt(it)
	}
	// ok: repeated-condition
	if next() {
		open(it)
	} else if next() {
		closeIt(it)
	}
}
