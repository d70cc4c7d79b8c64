package p

func prices() {
	// ruleid: nil-map-write
	var all map[string]int
	all["tea"] = 3
	// ruleid: nil-map-write
	var names map[int]string
	names[1] = "tea"
	// ok: nil-map-write
	var made = map[string]int{}
	made["tea"] = 3
	// ok: nil-map-write
	var later map[string]int
	later = make(map[string]int)
	later["tea"] = 3
}
