package shop

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
)

const short = 1024

func pair() (*rsa.PrivateKey, error) {
	// ruleid: short-key-go
	return rsa.GenerateKey(rand.Reader, 1024)
}

func named() (*rsa.PrivateKey, error) {
	// ruleid: short-key-go
	return rsa.GenerateKey(rand.Reader, short)
}

func safe(bits int) (*rsa.PrivateKey, error) {
	// ok: short-key-go
	rsa.GenerateKey(rand.Reader, bits)
	// ok: short-key-go
	ed25519.GenerateKey(rand.Reader)
	// ok: short-key-go
	return rsa.GenerateKey(rand.Reader, 3072)
}
