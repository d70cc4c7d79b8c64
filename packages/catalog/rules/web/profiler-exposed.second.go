package shop

import "fmt"
// ruleid: profiler-exposed
import _ "net/http/pprof"

func show() {
	fmt.Println("ready")
}
