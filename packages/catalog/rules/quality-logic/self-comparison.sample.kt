fun same(left: Box, right: Box): Boolean {
    // ruleid: self-comparison
    if (left.size == left.size) return true
    // ruleid: self-comparison
    return right.size > right.size
}

fun other(left: Box, right: Box): Boolean {
    // ok: self-comparison
    if (left.size == right.size) return true
    // ok: self-comparison
    return left.next() == left.next()
}
