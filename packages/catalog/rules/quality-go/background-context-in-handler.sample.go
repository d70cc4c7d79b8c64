package p

func load(ctx context.Context, id int) Order {
	// ruleid: background-context-in-handler
	row := db.Query(context.Background(), id)
	// ruleid: background-context-in-handler
	return read(context.TODO(), row)
}

func fine(ctx context.Context, id int) Order {
	// ok: background-context-in-handler
	row := db.Query(ctx, id)
	return read(ctx, row)
}

func main() {
	// ok: background-context-in-handler
	load(context.Background(), 1)
}
