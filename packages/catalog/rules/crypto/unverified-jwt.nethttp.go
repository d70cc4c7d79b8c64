package shop

import (
	"fmt"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

func me(w http.ResponseWriter, r *http.Request) {
	// ruleid: unverified-jwt
	token, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), jwt.MapClaims{})
	if err != nil {
		return
	}
	fmt.Fprint(w, len(token.Raw))
}

func orders(w http.ResponseWriter, r *http.Request) {
	parser := jwt.NewParser()
	claims := jwt.MapClaims{}
	// ruleid: unverified-jwt
	parser.ParseUnverified(r.FormValue("token"), claims)
	fmt.Fprint(w, len(claims))
}

func checked(w http.ResponseWriter, r *http.Request) {
	// ok: unverified-jwt
	token, err := jwt.Parse(r.Header.Get("Authorization"), key, jwt.WithValidMethods([]string{"RS256"}))
	if err != nil || !token.Valid {
		http.Error(w, "who?", http.StatusUnauthorized)
	}
}

func claimed(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	// ok: unverified-jwt
	_, err := jwt.ParseWithClaims(r.FormValue("token"), claims, key)
	if err != nil {
		http.Error(w, "who?", http.StatusUnauthorized)
	}
}

func key(token *jwt.Token) (any, error) { return nil, nil }
