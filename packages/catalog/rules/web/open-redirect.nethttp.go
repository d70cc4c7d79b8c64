package shop

import "net/http"

var pages = map[string]string{"home": "/", "orders": "/orders"}

func leave(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	http.Redirect(w, r, r.FormValue("to"), http.StatusFound)
}

func login(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	if next == "" {
		next = "/"
	}
	// ruleid: open-redirect
	http.Redirect(w, r, next, http.StatusSeeOther)
}

func page(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	http.Redirect(w, r, pages[r.FormValue("page")], http.StatusFound)
	// ok: open-redirect
	http.Redirect(w, r, "/orders/"+r.FormValue("id"), http.StatusFound)
}
