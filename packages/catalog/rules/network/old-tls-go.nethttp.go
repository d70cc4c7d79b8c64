package shop

import (
	"crypto/tls"
	"net/http"
)

func server(handler http.Handler) *http.Server {
	return &http.Server{
		Handler:   handler,
		// ruleid: old-tls-go
		TLSConfig: &tls.Config{MinVersion: tls.VersionTLS10},
	}
}

func lowered(config *tls.Config) {
	// ruleid: old-tls-go
	config.MinVersion = tls.VersionTLS11
}

func safe(config *tls.Config, least uint16) *tls.Config {
	// ok: old-tls-go
	config.MinVersion = tls.VersionTLS12
	// ok: old-tls-go
	config.MinVersion = least
	// ok: old-tls-go
	return &tls.Config{MinVersion: tls.VersionTLS13, ServerName: "example.com"}
}
