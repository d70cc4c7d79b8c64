// ok: regex-compiled-in-loop
val digits = Regex("\\d+")

fun count(lines: List<String>): Int {
    var found = 0
    for (line in lines) {
        // ruleid: regex-compiled-in-loop
        if (Regex("\\d+").containsMatchIn(line)) found++
    }
    while (found > 9) {
        // ruleid: regex-compiled-in-loop
        found = shorten("x".toRegex())
    }
    for (line in lines) {
        // ok: regex-compiled-in-loop
        if (digits.containsMatchIn(line)) found++
    }
    return found
}
