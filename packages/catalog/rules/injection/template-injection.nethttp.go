package shop

import (
	"html/template"
	"net/http"
	text "text/template"
)

var page = template.Must(template.ParseFiles("page.html"))

func preview(w http.ResponseWriter, r *http.Request) {
	body := r.FormValue("body")
	// ruleid: template-injection
	parsed, err := template.New("preview").Parse("<main>" + body + "</main>")
	if err != nil {
		http.Error(w, "not a template", http.StatusBadRequest)
		return
	}
	parsed.Execute(w, nil)
}

func mail(w http.ResponseWriter, r *http.Request) {
	subject := r.URL.Query().Get("subject")
	// ruleid: template-injection
	parsed := text.Must(text.New("mail").Parse(subject))
	_ = parsed
}

func show(w http.ResponseWriter, r *http.Request) {
	// ok: template-injection
	page.Execute(w, map[string]string{"body": r.FormValue("body")})
	// ok: template-injection
	fixed := template.Must(template.New("fixed").Parse("<p>{{.}}</p>"))
	fixed.Execute(w, r.FormValue("body"))
}
