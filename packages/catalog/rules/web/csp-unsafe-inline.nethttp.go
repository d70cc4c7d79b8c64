package shop

import "net/http"

func headers(w http.ResponseWriter) {
	// ruleid: csp-unsafe-inline
	w.Header().Set("Content-Security-Policy", "script-src 'self' 'unsafe-inline'")
	// ruleid: csp-unsafe-inline
	w.Header().Set("Content-Security-Policy", "img-src *; script-src 'unsafe-eval'")
	// ok: csp-unsafe-inline
	w.Header().Set("Content-Security-Policy", "script-src 'self'")
	// ok: csp-unsafe-inline
	w.Header().Set("X-Note", "'unsafe-inline'")
}
