package shop

import (
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
)

func register(password, salt []byte) ([]byte, error) {
	// ruleid: few-hash-iterations-go
	_ = pbkdf2.Key(password, salt, 4096, 32, sha256.New)
	// ruleid: few-hash-iterations-go
	return bcrypt.GenerateFromPassword(password, bcrypt.MinCost)
}

func safe(password, salt []byte, cost int) ([]byte, error) {
	// ok: few-hash-iterations-go
	_ = pbkdf2.Key(password, salt, 600000, 32, sha256.New)
	// ok: few-hash-iterations-go
	bcrypt.GenerateFromPassword(password, cost)
	// ok: few-hash-iterations-go
	return bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
}
