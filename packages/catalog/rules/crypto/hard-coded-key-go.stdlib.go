package shop

import (
	"crypto/aes"
	"crypto/hmac"
	"crypto/sha256"
	"os"

	"github.com/gorilla/sessions"
)

const signingKey = "shop-signing-key"

// ruleid: hard-coded-key-go
var store = sessions.NewCookieStore([]byte("something-very-secret"))

func encrypt() {
	// ruleid: hard-coded-key-go
	aes.NewCipher([]byte("ThisIsOurKey1234"))
	// ruleid: hard-coded-key-go
	hmac.New(sha256.New, []byte(signingKey))
}

func safe(key []byte, password string) {
	// ok: hard-coded-key-go
	aes.NewCipher(key)
	// ok: hard-coded-key-go
	hmac.New(sha256.New, []byte(os.Getenv("SIGNING_KEY")))
	// ok: hard-coded-key-go
	sessions.NewCookieStore([]byte(password))
}
