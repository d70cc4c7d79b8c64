package shop

import (
	"net/http"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

func routes(engine *gin.Engine) {
	// ruleid: cors-any-origin-go
	engine.Use(cors.New(cors.Config{AllowCredentials: true, AllowOriginFunc: func(origin string) bool { return true }}))
	// ok: cors-any-origin-go
	engine.Use(cors.New(cors.Config{AllowAllOrigins: true, AllowMethods: []string{"GET"}}))
	// ok: cors-any-origin-go
	engine.Use(cors.New(cors.Config{AllowOrigins: []string{"https://shop.example.com"}, AllowCredentials: true}))
}

func reflect(w http.ResponseWriter, r *http.Request) {
	// ruleid: cors-any-origin-go
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	// ok: cors-any-origin-go
	w.Header().Set("Vary", r.Header.Get("Origin"))
}
