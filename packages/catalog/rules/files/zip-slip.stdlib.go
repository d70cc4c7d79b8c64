package shop

import (
	"archive/tar"
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func extract(file, folder string) error {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	for _, entry := range archive.File {
		// ruleid: zip-slip
		out, err := os.Create(filepath.Join(folder, entry.Name))
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func extractTar(in io.Reader, folder string) error {
	archive := tar.NewReader(in)
	header, err := archive.Next()
	if err != nil {
		return err
	}
	// ruleid: zip-slip
	return os.MkdirAll(folder+"/"+header.Name, 0o755)
}

func extractLocal(file, folder string) error {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	for _, entry := range archive.File {
		name := entry.Name
		if !filepath.IsLocal(name) {
			return os.ErrInvalid
		}
		// ok: zip-slip
		os.MkdirAll(filepath.Join(folder, name), 0o755)
	}
	return nil
}

func extractChecked(file, folder string) error {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	for _, entry := range archive.File {
		target := filepath.Join(folder, entry.Name)
		if !strings.HasPrefix(target, folder) {
			return os.ErrInvalid
		}
		// ok: zip-slip
		os.MkdirAll(target, 0o755)
	}
	return nil
}
