package shop

import (
	"fmt"
	"html/template"
	"net/http"
)

func bold(name string) template.HTML {
	// ruleid: unescaped-html-go
	return template.HTML(fmt.Sprintf("<b>%s</b>", name))
}

func note(r *http.Request) template.HTML {
	// ruleid: unescaped-html-go
	return template.HTML(r.FormValue("note"))
}

func safe(name string, clean func(string) string) template.HTML {
	// ok: unescaped-html-go
	fmt.Println(template.HTMLEscapeString("<b>" + name + "</b>"))
	// ok: unescaped-html-go
	_ = template.HTML(template.HTMLEscapeString(name) + "<hr>")
	// ok: unescaped-html-go
	return template.HTML("<hr>")
}
