package shop

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
)

type Server struct {
	db *sql.DB
}

func (s *Server) Products(w http.ResponseWriter, r *http.Request) {
	term := r.URL.Query().Get("term")
	query := fmt.Sprintf("SELECT name FROM products WHERE name LIKE '%%%s%%'", term)
	// ruleid: sql-injection
	rows, err := s.db.Query(query)
	if err != nil {
		http.Error(w, "no products", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	json.NewEncoder(w).Encode(names(rows))
}

func (s *Server) ProductsSafe(w http.ResponseWriter, r *http.Request) {
	term := r.FormValue("term")
	// ok: sql-injection
	rows, err := s.db.QueryContext(r.Context(), "SELECT name FROM products WHERE name LIKE ?", "%"+term+"%")
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(names(rows))
}

func login(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.PostFormValue("name")
		// ruleid: sql-injection
		row := db.QueryRowContext(r.Context(), "SELECT id FROM users WHERE name = '"+name+"'")
		var id int
		row.Scan(&id)
	}
}

func page(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		number, err := strconv.Atoi(r.FormValue("page"))
		if err != nil {
			return
		}
		// ok: sql-injection
		rows, _ := db.Query(fmt.Sprintf("SELECT name FROM products LIMIT 20 OFFSET %d", number*20))
		json.NewEncoder(w).Encode(names(rows))
	}
}

func names(rows *sql.Rows) []string {
	var found []string
	for rows.Next() {
		var name string
		rows.Scan(&name)
		found = append(found, name)
	}
	return found
}
