package p

func wait(ctx context.Context) {
	// ruleid: duration-without-unit
	time.Sleep(100)
	// ruleid: duration-without-unit
	ctx, cancel := context.WithTimeout(ctx, 30)
	// ok: duration-without-unit
	time.Sleep(100 * time.Millisecond)
	// ok: duration-without-unit
	time.Sleep(0)
	cancel()
}
