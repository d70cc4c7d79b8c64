package p

func readAll(paths []string) error {
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		// ruleid: defer-in-loop
		defer file.Close()
	}
	for i := 0; i < 3; i++ {
		mutex.Lock()
		// ruleid: defer-in-loop
		defer mutex.Unlock()
	}
	for _, path := range paths {
		func() {
			file, _ := os.Open(path)
			// ok: defer-in-loop
			defer file.Close()
		}()
	}
	for _, path := range paths {
		if file, err := os.Open(path); err == nil {
			// ok: defer-in-loop
			defer file.Close()
			return read(file)
		}
	}
	// ok: defer-in-loop
	defer log.Close()
	return nil
}
