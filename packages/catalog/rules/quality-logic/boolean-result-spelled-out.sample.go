package p

func adult(person Person) bool {
	// ruleid: boolean-result-spelled-out
	if person.Age >= 18 {
		return true
	} else {
		return false
	}
}

func minor(person Person) bool {
	// ruleid: boolean-result-spelled-out
	if adult(person) {
		return false
	} else {
		return true
	}
}

func fine(person Person) bool {
	// ok: boolean-result-spelled-out
	if person.Age >= 18 {
		return true
	}
	// ok: boolean-result-spelled-out
	return person.Age > 16
}
