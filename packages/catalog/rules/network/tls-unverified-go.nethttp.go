package client

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

func insecureClient() *http.Client {
	// ruleid: tls-unverified-go
	transport := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	return &http.Client{Transport: transport}
}

func configured(names []string) *tls.Config {
	// ruleid: tls-unverified-go
	config := &tls.Config{
		MinVersion:         tls.VersionTLS12,
		InsecureSkipVerify: true,
		NextProtos:         names,
	}
	return config
}

func relaxed(config *tls.Config) {
	// ruleid: tls-unverified-go
	config.InsecureSkipVerify = true
}

func pinned(check func([][]byte, [][]*x509.Certificate) error) *tls.Config {
	// ok: tls-unverified-go
	return &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: check}
}

func safe(pool *x509.CertPool, skip bool) *http.Client {
	// ok: tls-unverified-go
	config := &tls.Config{RootCAs: pool, InsecureSkipVerify: false}
	// ok: tls-unverified-go
	chosen := &tls.Config{InsecureSkipVerify: skip}
	return &http.Client{Transport: &http.Transport{TLSClientConfig: merge(config, chosen)}}
}
