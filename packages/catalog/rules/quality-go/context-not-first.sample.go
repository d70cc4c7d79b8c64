package p

// ruleid: context-not-first
func load(id int, ctx context.Context) Order {
	return read(ctx, id)
}

// ruleid: context-not-first
func (s *Store) save(order Order, ctx context.Context) {
	s.write(ctx, order)
}

// ok: context-not-first
func find(ctx context.Context, id int) Order {
	return read(ctx, id)
}

// ok: context-not-first
func run(t *testing.T, ctx context.Context) {
	t.Log(ctx)
}
