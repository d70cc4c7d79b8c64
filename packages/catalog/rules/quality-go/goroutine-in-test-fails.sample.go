package p

func TestRun(t *testing.T) {
	go func() {
		if err := run(); err != nil {
			// ruleid: goroutine-in-test-fails
			t.Fatal(err)
		}
		// ruleid: goroutine-in-test-fails
		t.FailNow()
		// ok: goroutine-in-test-fails
		t.Error("late")
	}()
	// ok: goroutine-in-test-fails
	t.Fatal("end")
}
