package shop

// ok: profiler-exposed
import "net/http/pprof"
// ok: profiler-exposed
import _ "image/png"

func debug(mux interface{ HandleFunc(string, any) }) {
	mux.HandleFunc("/debug/pprof/", pprof.Index)
}
