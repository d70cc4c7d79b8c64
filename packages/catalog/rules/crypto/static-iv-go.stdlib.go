package shop

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
)

func encrypt(key, text []byte) []byte {
	block, _ := aes.NewCipher(key)
	// ruleid: static-iv-go
	mode := cipher.NewCBCEncrypter(block, []byte("0123456789abcdef"))
	mode.CryptBlocks(text, text)
	return text
}

func seal(gcm cipher.AEAD, text []byte) []byte {
	// ruleid: static-iv-go
	return gcm.Seal(nil, []byte("0123456789ab"), text, nil)
}

func safe(gcm cipher.AEAD, block cipher.Block, text, stored []byte) []byte {
	// ok: static-iv-go
	cipher.NewCBCDecrypter(block, []byte("0123456789abcdef"))
	// ok: static-iv-go
	cipher.NewCBCEncrypter(block, stored)
	nonce := make([]byte, gcm.NonceSize())
	rand.Read(nonce)
	// ok: static-iv-go
	return gcm.Seal(nonce, nonce, text, nil)
}
