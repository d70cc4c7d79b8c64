package shop

import (
	"database/sql"
	"net/http"
	"net/smtp"
	"os"
)

func open() (*sql.DB, error) {
	// ruleid: hard-coded-login-go
	return sql.Open("mysql", "shop:s3cr3t@tcp(db:3306)/shop")
}

func partner(r *http.Request) smtp.Auth {
	// ruleid: hard-coded-login-go
	r.SetBasicAuth("shop", "s3cr3t-partner")
	// ruleid: hard-coded-login-go
	return smtp.PlainAuth("", "shop", "s3cr3t-mail", "mail.example.com")
}

func safe(r *http.Request, password string) (*sql.DB, error) {
	// ok: hard-coded-login-go
	r.SetBasicAuth("shop", password)
	// ok: hard-coded-login-go
	sql.Open("sqlite", "shop.db")
	// ok: hard-coded-login-go
	return sql.Open("pgx", os.Getenv("DATABASE_URL"))
}
