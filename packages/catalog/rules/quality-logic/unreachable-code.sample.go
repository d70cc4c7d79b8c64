package p

func total(items []Item, log Log) int {
	for _, it := range items {
		if it.Last {
			break
			// ruleid: unreachable-code
			log.Write(it)
		}
	}
	if log.Open {
		return len(items)
		// ruleid: unreachable-code
		log.Write(items)
	}
	// ok: unreachable-code
	if len(items) == 0 {
		return 0
	}
	// ok: unreachable-code
	return len(items)
}
