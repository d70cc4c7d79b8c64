package shop

import (
	"os"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func serve() *gin.Engine {
	// ruleid: debug-mode-go
	gin.SetMode(gin.DebugMode)
	return gin.New()
}

func second() *echo.Echo {
	server := echo.New()
	// ruleid: debug-mode-go
	server.Debug = true
	return server
}

func safe(server *echo.Echo, debug bool) {
	// ok: debug-mode-go
	gin.SetMode(gin.ReleaseMode)
	// ok: debug-mode-go
	gin.SetMode(os.Getenv("GIN_MODE"))
	// ok: debug-mode-go
	server.Debug = debug
}
