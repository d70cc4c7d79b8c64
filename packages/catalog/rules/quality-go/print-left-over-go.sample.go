package p

func total(order Order) int {
	// ruleid: print-left-over-go
	fmt.Println("order", order)
	// ruleid: print-left-over-go
	fmt.Printf("%v", order.Total)
	// ok: print-left-over-go
	fmt.Fprintln(os.Stderr, "no total")
	// ok: print-left-over-go
	log.Println(order)
	return order.Total
}
