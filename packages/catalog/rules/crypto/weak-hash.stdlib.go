package shop

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"fmt"
	"io"
)

func fingerprint(text string) string {
	// ruleid: weak-hash
	hash := md5.New()
	io.WriteString(hash, text)
	return fmt.Sprintf("%x", hash.Sum(nil))
}

func signature(data []byte) ([]byte, []byte) {
	// ruleid: weak-hash
	old := sha1.Sum(data)
	// ok: weak-hash
	now := sha256.Sum256(data)
	return old[:], now[:]
}

func stream() io.Writer {
	// ok: weak-hash
	return sha256.New()
}
