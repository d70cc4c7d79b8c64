package shop

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"

	"golang.org/x/crypto/bcrypt"
)

func register(user *User, password string) {
	// ruleid: fast-password-hash-go
	sum := sha256.Sum256([]byte(password))
	user.Hash = hex.EncodeToString(sum[:])
}

func check(user *User, form Form) bool {
	hash := md5.New()
	// ruleid: fast-password-hash-go
	hash.Write([]byte(user.Salt + form.Password))
	return user.Hash == hex.EncodeToString(hash.Sum(nil))
}

func safe(password, passwordLink string, file []byte) ([]byte, error) {
	// ok: fast-password-hash-go
	_ = sha256.Sum256(file)
	// ok: fast-password-hash-go
	_ = sha256.Sum256([]byte(passwordLink))
	// ok: fast-password-hash-go
	return bcrypt.GenerateFromPassword([]byte(password), 12)
}
