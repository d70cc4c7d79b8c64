package shop

import (
	"net/http"
	"os/exec"
	"slices"
)

var tools = []string{"jpegtran", "optipng"}

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ruleid: command-injection
	output, err := exec.Command("sh", "-c", "ping -c 1 "+host).Output()
	if err != nil {
		http.Error(w, "no answer", http.StatusBadGateway)
		return
	}
	// ok: command-injection
	again, _ := exec.CommandContext(r.Context(), "ping", "-c", "1", "--", host).Output()
	w.Header().Set("Content-Type", "text/plain")
	_ = append(output, again...)
}

func optimise(w http.ResponseWriter, r *http.Request) {
	tool := r.Header.Get("X-Tool")
	// ruleid: command-injection
	exec.Command(tool, "/var/images/in").Run()
	if !slices.Contains(tools, tool) {
		return
	}
	// ok: command-injection
	exec.Command(tool, "/var/images/in").Run()
}
