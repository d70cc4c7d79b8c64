package shop

import (
	"log"
	"log/slog"
)

func login(name, password string, user User) {
	// ruleid: secret-in-log-go
	log.Printf("login of %s with %s", name, password)
	// ruleid: secret-in-log-go
	slog.Info("login", "user", name, "token", user.AccessToken)
}

func safe(name, password string, user User) {
	// ok: secret-in-log-go
	log.Printf("password of %s changed", name)
	// ok: secret-in-log-go
	slog.Info("login", "user", user.ID)
	// ok: secret-in-log-go
	user.Check(password)
}
