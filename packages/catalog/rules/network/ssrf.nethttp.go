package shop

import (
	"io"
	"net/http"
	"net/url"
	"slices"
)

var hosts = []string{"images.example", "cdn.example"}

func preview(w http.ResponseWriter, r *http.Request) {
	// ruleid: ssrf
	answer, err := http.Get(r.FormValue("url"))
	if err != nil {
		http.Error(w, "no answer", http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	io.Copy(w, answer.Body)
}

func user(w http.ResponseWriter, r *http.Request) {
	// ok: ssrf
	answer, err := http.Get("https://api.example.com/users/" + url.PathEscape(r.PathValue("name")))
	if err != nil {
		return
	}
	defer answer.Body.Close()
	io.Copy(w, answer.Body)
}

func status(w http.ResponseWriter, r *http.Request) {
	host := r.Header.Get("X-Host")
	client := &http.Client{}
	// ruleid: ssrf
	client.Get("https://" + host + "/status")
	if !slices.Contains(hosts, host) {
		return
	}
	// ok: ssrf
	client.Get("https://" + host + "/status")
}

func forward(w http.ResponseWriter, r *http.Request) {
	// ruleid: ssrf
	request, _ := http.NewRequestWithContext(r.Context(), http.MethodPost, r.FormValue("target"), r.Body)
	http.DefaultClient.Do(request)
}
