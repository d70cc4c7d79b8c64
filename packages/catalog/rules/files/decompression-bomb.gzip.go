package shop

import (
	"compress/flate"
	"compress/gzip"
	"io"
)

func read(body io.Reader) ([]byte, error) {
	reader, err := gzip.NewReader(body)
	if err != nil {
		return nil, err
	}
	// ruleid: decompression-bomb
	return io.ReadAll(reader)
}

func store(body io.Reader, file io.Writer) error {
	reader := flate.NewReader(body)
	// ruleid: decompression-bomb
	_, err := io.Copy(file, reader)
	return err
}

func safe(body io.Reader, file io.Writer) ([]byte, error) {
	reader, err := gzip.NewReader(body)
	if err != nil {
		return nil, err
	}
	// ok: decompression-bomb
	io.CopyN(file, reader, 10<<20)
	// ok: decompression-bomb
	io.Copy(file, body)
	// ok: decompression-bomb
	return io.ReadAll(io.LimitReader(reader, 10<<20))
}
