package shop

import (
	"bytes"
	"net/http"
	"text/template"
)

var page = template.Must(template.New("page").Parse("<h1>{{.}}</h1>"))

func show(w http.ResponseWriter, r *http.Request) {
	// ruleid: text-template-for-html
	page.Execute(w, r.URL.Query().Get("name"))
}

func named(w http.ResponseWriter, r *http.Request) {
	// ruleid: text-template-for-html
	page.ExecuteTemplate(w, "page", r.URL.Path)
}

func mail(name string) string {
	var text bytes.Buffer
	// ok: text-template-for-html
	page.Execute(&text, name)
	return text.String()
}

func safe(w http.ResponseWriter, r *http.Request) {
	var text bytes.Buffer
	// ok: text-template-for-html
	page.Execute(&text, r.URL.Path)
	w.Write([]byte("done"))
}
