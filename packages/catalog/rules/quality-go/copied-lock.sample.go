package p

// ruleid: copied-lock
func work(wg sync.WaitGroup) {
	wg.Done()
}

// ruleid: copied-lock
func add(name string, mutex sync.Mutex) {
	mutex.Lock()
}

// ok: copied-lock
func fine(wg *sync.WaitGroup) {
	// ok: copied-lock
	var mutex sync.Mutex
	mutex.Lock()
	wg.Done()
}
