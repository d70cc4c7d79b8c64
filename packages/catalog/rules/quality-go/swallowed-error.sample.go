package p

func save(file *os.File) {
	// ruleid: swallowed-error
	if err := file.Sync(); err != nil {
	}
	err := file.Close()
	// ruleid: swallowed-error
	if err != nil {
	}
	// ok: swallowed-error
	if err := file.Chmod(0); err != nil {
		log.Print(err)
	}
	// ok: swallowed-error
	if err != nil {
		// It is closed already.
	}
}
