package p

func read(path string) error {
	err := open(path)
	// ruleid: error-compared-by-text
	if err.Error() == "not found" {
		return nil
	}
	// ruleid: error-compared-by-text
	if "timeout" == err.Error() {
		return retry(path)
	}
	// ok: error-compared-by-text
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	// ok: error-compared-by-text
	if strings.Contains(path, "x") {
		return nil
	}
	return err
}
