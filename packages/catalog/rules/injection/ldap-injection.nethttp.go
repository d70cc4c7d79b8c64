package shop

import (
	"fmt"
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

var directory *ldap.Conn

func findPeople(w http.ResponseWriter, r *http.Request) {
	filter := fmt.Sprintf("(uid=%s)", r.FormValue("name"))
	// ruleid: ldap-injection
	request := ldap.NewSearchRequest("ou=people,dc=shop", ldap.ScopeWholeSubtree, 0, 0, 0, false, filter, nil, nil)
	directory.Search(request)
}

func findTeam(w http.ResponseWriter, r *http.Request) {
	team := r.URL.Query().Get("team")
	// ruleid: ldap-injection
	request := ldap.NewSearchRequest("ou="+team+",dc=shop", ldap.ScopeWholeSubtree, 0, 0, 0, false, "(uid=*)", nil, nil)
	directory.Search(request)
}

func findSafely(w http.ResponseWriter, r *http.Request) {
	filter := "(uid=" + ldap.EscapeFilter(r.FormValue("name")) + ")"
	// ok: ldap-injection
	request := ldap.NewSearchRequest("ou=people,dc=shop", ldap.ScopeWholeSubtree, 0, 0, 0, false, filter, nil, nil)
	directory.Search(request)
}

func findAll(w http.ResponseWriter, r *http.Request) {
	// ok: ldap-injection
	request := ldap.NewSearchRequest("ou=people,dc=shop", ldap.ScopeWholeSubtree, 0, 0, 0, false, "(uid=*)", nil, nil)
	directory.Search(request)
	fmt.Fprint(w, "found")
}
