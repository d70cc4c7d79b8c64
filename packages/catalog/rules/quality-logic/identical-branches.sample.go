package p

func price(member bool, item *Item) {
	// ruleid: identical-branches
	if member {
		show(item)
	} else {
		show(item)
	}
	// ruleid: identical-branches
	if item.Gift {
		wrap(item)
		show(item)
	} else {
		wrap(item)
		show(item)
	}
	// ok: identical-branches
	if member {
		show(item)
	} else {
		hide(item)
	}
	// ok: identical-branches
	if item.Gift {
		wrap(item)
	} else {
		wrap(item)
		show(item)
	}
}
