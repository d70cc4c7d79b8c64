package shop

import "os"

const (
	// ruleid: hard-coded-secret
	apiKey = "9d3b7f1e5a2c8046"
	// ok: hard-coded-secret
	apiKeyHeader = "X-Api-Key"
)

func token() string {
	// ruleid: hard-coded-secret
	authToken := "tk-4f8a2c6e0b1d9375"
	if found := os.Getenv("AUTH_TOKEN"); found != "" {
		// ok: hard-coded-secret
		authToken = found
	}
	// ok: hard-coded-secret
	return authToken + apiKey + apiKeyHeader
}
