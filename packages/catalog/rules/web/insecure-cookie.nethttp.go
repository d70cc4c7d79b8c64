package shop

import "net/http"

func login(w http.ResponseWriter, r *http.Request) {
	// ruleid: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "x", HttpOnly: true})

	cookie := http.Cookie{Name: "session", Value: "x", Secure: false, HttpOnly: true}
	// ruleid: insecure-cookie
	http.SetCookie(w, &cookie)

	cookie.Secure = true
	// ok: insecure-cookie
	http.SetCookie(w, &cookie)
	// ok: insecure-cookie
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark", Secure: true, HttpOnly: true})
}
