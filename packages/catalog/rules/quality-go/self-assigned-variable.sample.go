package p

func setup(order *Order, name string) {
	// ruleid: self-assigned-variable
	name = name
	// ruleid: self-assigned-variable
	order.name = order.name
	// ok: self-assigned-variable
	order.name = name
	// ok: self-assigned-variable
	other := other
	use(other)
}
