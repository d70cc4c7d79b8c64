package p

func clean(name string, err error) (string, error) {
	// ruleid: lost-append
	strings.TrimSpace(name)
	if err != nil {
		// ruleid: lost-append
		fmt.Errorf("clean %s: %w", name, err)
	}
	// ok: lost-append
	name = strings.ToLower(name)
	// ok: lost-append
	return strings.Replace(name, "a", "b", 1),
		errors.New("late")
}
