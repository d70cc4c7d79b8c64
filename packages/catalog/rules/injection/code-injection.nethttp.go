package shop

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/dop251/goja"
	"github.com/traefik/yaegi/interp"
)

func compute(w http.ResponseWriter, r *http.Request) {
	vm := goja.New()
	// ruleid: code-injection
	value, err := vm.RunString(r.FormValue("formula"))
	if err != nil {
		http.Error(w, "not a formula", http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "%d", value.ToInteger())
}

func plugin(w http.ResponseWriter, r *http.Request) {
	interpreter := interp.New(interp.Options{})
	// ruleid: code-injection
	interpreter.Eval("package main\n" + r.URL.Query().Get("code"))
}

func double(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.FormValue("number"))
	if err != nil {
		return
	}
	vm := goja.New()
	// ok: code-injection
	value, _ := vm.RunString(fmt.Sprintf("%d * 2", number))
	fmt.Fprintf(w, "%d", value.ToInteger())
}

func fixed(w http.ResponseWriter, r *http.Request) {
	vm := goja.New()
	vm.Set("name", r.FormValue("name"))
	// ok: code-injection
	vm.RunString("name.length")
}
