package shop

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/antchfx/xmlquery"
	"github.com/antchfx/xpath"
)

var users *xmlquery.Node

func findUsers(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: xpath-injection
	nodes := xmlquery.Find(users, fmt.Sprintf("//user[name='%s']", name))
	fmt.Fprintf(w, "%d", len(nodes))
}

func login(w http.ResponseWriter, r *http.Request) {
	// ruleid: xpath-injection
	expression, err := xpath.Compile("//user[password='" + r.URL.Query().Get("password") + "']")
	if err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
		return
	}
	_ = expression
}

func byID(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return
	}
	// ok: xpath-injection
	node := xmlquery.FindOne(users, fmt.Sprintf("//user[@id=%d]", id))
	_ = node
}

func all(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ok: xpath-injection
	for _, node := range xmlquery.Find(users, "//user") {
		if node.SelectAttr("name") == name {
			fmt.Fprint(w, "known")
		}
	}
}
