package p

func run(jobs []Job) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		go func() {
			// ruleid: wait-group-add-in-goroutine
			wg.Add(1)
			job.Run()
			wg.Done()
		}()
		go func(it Job) {
			// ruleid: wait-group-add-in-goroutine
			wg.Add(1)
			defer wg.Done()
			it.Run()
		}(job)
		// ok: wait-group-add-in-goroutine
		wg.Add(1)
		go func() {
			defer wg.Done()
			// ok: wait-group-add-in-goroutine
			counter.Add(1)
		}()
	}
	wg.Wait()
}
