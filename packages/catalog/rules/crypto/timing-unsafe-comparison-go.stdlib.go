package shop

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
)

func hook(r *http.Request, body, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	own := hex.EncodeToString(mac.Sum(nil))
	// ruleid: timing-unsafe-comparison-go
	return own == r.Header.Get("X-Signature")
}

func raw(body, given, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	own := mac.Sum(nil)
	// ruleid: timing-unsafe-comparison-go
	return bytes.Equal(own, given)
}

func safe(body, given, key, etag []byte) bool {
	sum := sha256.Sum256(body)
	// ok: timing-unsafe-comparison-go
	if bytes.Equal(sum[:], etag) {
		return true
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	own := mac.Sum(nil)
	// ok: timing-unsafe-comparison-go
	return hmac.Equal(own, given)
}
