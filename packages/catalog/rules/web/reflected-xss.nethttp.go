package shop

import (
	"fmt"
	"html"
	"html/template"
	"net/http"
	"os"
)

var results = template.Must(template.ParseFiles("results.html"))

func search(w http.ResponseWriter, r *http.Request) {
	term := r.FormValue("term")
	// ruleid: reflected-xss
	fmt.Fprintf(w, "<h1>Results for %s</h1>", term)
	// ok: reflected-xss
	fmt.Fprintf(w, "<h1>Results for %s</h1>", html.EscapeString(term))
	// ok: reflected-xss
	fmt.Fprintf(os.Stderr, "searched: %s\n", term)
}

func hello(w http.ResponseWriter, r *http.Request) {
	// ruleid: reflected-xss
	w.Write([]byte("<p>Hello, " + r.URL.Query().Get("name") + "</p>"))
	// ok: reflected-xss
	results.Execute(w, r.FormValue("term"))
}

func trusted(w http.ResponseWriter, r *http.Request) {
	// ruleid: reflected-xss
	body := template.HTML(r.FormValue("body"))
	results.Execute(w, body)
}
