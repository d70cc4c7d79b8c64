package main

import (
	"fmt"
	. "math"
	_ "embed"
	db "database/sql"
	"github.com/go-chi/chi/v5"
)

const A, B = iota, 1 << iota
const (
	C = "c"
	D
)

var x, y int = 1, 2
var z = map[string][]int{"a": {1, 2}, "b": nil}
var (
	fn   func(int, ...string) (a, b error)
	ch   chan<- int
	anon struct{ F int }
)

type Alias = string
type Num interface{ ~int | float64; Method(a int) string; fmt.Stringer }
type Server struct {
	*Base
	db   *db.DB `json:"db"`
	a, b int
	inner struct{ deep string }
}
type Generic[T any, U Num] struct{ v T }
type Handler func(http.ResponseWriter, *http.Request)

func (s *Server) Handle(w http.ResponseWriter, r *http.Request) (n int, err error) {
	id := r.FormValue("id")
	rows, err := s.db.Query("select " + id, A...)
	if err := check(err); err != nil {
		return 0, err
	} else if v, ok := z[id]; ok && !bad(v) {
		_ = v
	} else {
		panic(fmt.Sprintf("%d", 0x1F+'c'+1.5i))
	}
	for i := 0; i < 10; i++ {
		continue
	}
	for i, row := range rows {
		row := row
		defer row.Close()
		i--
	}
	for range ch {
	}
	for k := range z {
		delete(z, k)
	}
	for x < 1 {
		x += 2
	}
	for {
		break
	}
outer:
	switch y := x; {
	case y > 1, y < 0:
		fallthrough
	default:
		break outer
	}
	switch id {
	case "a":
		goto end
	}
	switch t := any(x).(type) {
	case int, *Server:
		use(t)
	case nil:
	}
	select {
	case v := <-ch:
		use(v)
	case v, ok = <-ch:
	case ch <- 1:
	case <-done:
	default:
	}
	go func(a, b int, _ string, rest ...int) { use(a &^ b, rest...) }(1, 2, "")
	p := &Server{db: nil, a: 1}
	*p = Server{}
	p.a, p.b = p.b, p.a
	arr := [...]int{1, 2: 3}
	sl := arr[1:2:3]
	s2 := []byte(`raw\n` + id[1:])
	f := Generic[int, A]{v: 1}
	m := Map[string](f)
	var e interface{} = sl.(error)
	(*p).Handle(nil, nil)
end:
	return len(s2), e.(error)
}

func generic[T comparable](a T, b ...T) {}
func external(a int) bool
func unnamed(int, string) {}
