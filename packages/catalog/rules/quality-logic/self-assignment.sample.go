package p

func setup(name string, size int) int {
	// ruleid: self-assignment
	name = name
	// ruleid: self-assignment
	size = size
	// ok: self-assignment
	other := name
	// ok: self-assignment
	label := size
	return use(other, label)
}
