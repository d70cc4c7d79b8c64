package shop

import (
	"crypto/hmac"
	crand "crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand"
	"net/http"
	"strconv"
)

func login(w http.ResponseWriter, r *http.Request) {
	token := strconv.FormatInt(rand.Int63(), 36)
	// ruleid: insecure-random
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true, HttpOnly: true})
}

func sign(data []byte) []byte {
	key := []byte(fmt.Sprintf("key-%d", rand.Intn(1000000)))
	// ruleid: insecure-random
	mac := hmac.New(sha256.New, key)
	mac.Write(data)
	return mac.Sum(nil)
}

func loginSafely(w http.ResponseWriter, r *http.Request) {
	bytes := make([]byte, 32)
	crand.Read(bytes)
	// ok: insecure-random
	http.SetCookie(w, &http.Cookie{Name: "session", Value: hex.EncodeToString(bytes), Secure: true, HttpOnly: true})
}

func dice(w http.ResponseWriter, r *http.Request) {
	// ok: insecure-random
	fmt.Fprint(w, rand.Intn(6)+1)
}
