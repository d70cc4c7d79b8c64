package p

func run(jobs chan Job, stop chan bool) {
	for {
		select {
		case job := <-jobs:
			job.Run()
		// ruleid: timer-in-loop
		case <-time.After(time.Minute):
			report()
		}
	}
}

func more(jobs chan Job) {
	for {
		log()
		select {
		case <-jobs:
			count()
		// ruleid: timer-in-loop
		case <-time.After(5 * time.Second):
			return
		}
	}
}

func fine(jobs chan Job) {
	// ok: timer-in-loop
	timer := time.After(time.Minute)
	for {
		select {
		case <-jobs:
			count()
		case <-timer:
			return
		}
	}
}

func once(jobs chan Job) {
	select {
	case <-jobs:
		count()
	// ok: timer-in-loop
	case <-time.After(time.Second):
		return
	}
}
