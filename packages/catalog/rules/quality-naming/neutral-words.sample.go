package p

// ruleid: neutral-words
func sanityCheck() {}

// ruleid: neutral-words
var dummyData = 1

// ok: neutral-words
var placeholder = 1

// ok: neutral-words
var manual = 2
