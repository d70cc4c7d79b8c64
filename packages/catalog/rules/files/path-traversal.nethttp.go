package shop

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

const folder = "/var/pictures"

func picture(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: path-traversal
	file, err := os.Open(filepath.Join(folder, name))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	io.Copy(w, file)
}

func pictureSafe(w http.ResponseWriter, r *http.Request) {
	name := filepath.Base(r.FormValue("name"))
	// ok: path-traversal
	file, err := os.Open(filepath.Join(folder, name))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer file.Close()
	io.Copy(w, file)
}

func document(w http.ResponseWriter, r *http.Request) {
	// ruleid: path-traversal
	http.ServeFile(w, r, "/var/documents/"+r.PathValue("name"))
}

func checked(w http.ResponseWriter, r *http.Request) {
	file := filepath.Clean(filepath.Join(folder, r.FormValue("name")))
	if !strings.HasPrefix(file, folder+"/") {
		http.NotFound(w, r)
		return
	}
	// ok: path-traversal
	http.ServeFile(w, r, file)
}
