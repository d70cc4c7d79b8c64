// ruleid: neutral-words
fun sanityCheck() {}

// ruleid: neutral-words
val dummyUser = 1
// ok: neutral-words
val placeholder = 1
// ok: neutral-words
val manual = 2
