package p

func count(text string, prices map[string]int) int {
	// ruleid: ignored-error
	n, _ := strconv.Atoi(text)
	// ruleid: ignored-error
	data, _ := os.ReadFile(text)
	// ok: ignored-error
	price, _ := prices[text]
	// ok: ignored-error
	m, err := strconv.Atoi(text)
	return n + m + price + len(data) + use(err)
}
