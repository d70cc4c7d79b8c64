package p

// ok: regexp-compiled-in-loop
var digits = regexp.MustCompile(`\d+`)

func count(lines []string) int {
	n := 0
	for _, line := range lines {
		// ruleid: regexp-compiled-in-loop
		if regexp.MustCompile(`\d+`).MatchString(line) {
			n++
		}
	}
	for i := 0; i < len(lines); i++ {
		// ruleid: regexp-compiled-in-loop
		ok, _ := regexp.MatchString("x", lines[i])
		use(ok)
	}
	for _, line := range lines {
		// ok: regexp-compiled-in-loop
		if digits.MatchString(line) {
			n++
		}
	}
	return n
}
