package shop

import (
	"net/http"
	"time"
)

func serve(mux http.Handler) error {
	// ruleid: server-without-timeouts
	return http.ListenAndServe(":8080", mux)
}

func made(mux http.Handler) *http.Server {
	// ruleid: server-without-timeouts
	return &http.Server{Addr: ":8080", Handler: mux}
}

func safe(mux http.Handler, server *http.Server) *http.Server {
	// ok: server-without-timeouts
	server.ListenAndServe()
	// ok: server-without-timeouts
	return &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 10 * time.Second}
}
