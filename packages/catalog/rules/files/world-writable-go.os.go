package shop

import "os"

func share(path string, text []byte) error {
	// ruleid: world-writable-go
	if err := os.Chmod(path, 0o777); err != nil {
		return err
	}
	// ruleid: world-writable-go
	return os.WriteFile(path, text, 0777)
}

func safe(path string, text []byte, mode os.FileMode) error {
	// ok: world-writable-go
	os.Chmod(path, 0o755)
	// ok: world-writable-go
	os.Chmod(path, mode)
	// ok: world-writable-go
	os.MkdirAll(path, 0777)
	// ok: world-writable-go
	return os.WriteFile(path, text, 0o600)
}
