package shop

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rc4"
)

func old(key []byte) (cipher.Block, error) {
	// ruleid: weak-cipher
	return des.NewTripleDESCipher(key)
}

func stream(key, data []byte) {
	// ruleid: weak-cipher
	c, err := rc4.NewCipher(key)
	if err == nil {
		c.XORKeyStream(data, data)
	}
}

func safely(key []byte) (cipher.AEAD, error) {
	// ok: weak-cipher
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	// ok: weak-cipher
	return cipher.NewGCM(block)
}
