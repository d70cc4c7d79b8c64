fun check(state: String, code: Int): Boolean {
    // ruleid: unequal-to-either
    if (state != "open" || state != "closed") return false
    // ruleid: unequal-to-either
    return code == 200 && code == 204
}

fun fine(state: String, code: Int): Boolean {
    // ok: unequal-to-either
    if (state != "open" && state != "closed") return false
    // ok: unequal-to-either
    return code != 200 || state != "open"
}
