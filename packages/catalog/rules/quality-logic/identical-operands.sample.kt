fun both(left: Box, right: Box): Boolean {
    // ruleid: identical-operands
    if (left.visible && left.visible) return true
    // ruleid: identical-operands
    return right.shown || right.shown
}

fun fine(left: Box, right: Box): Boolean {
    // ok: identical-operands
    if (left.visible && right.visible) return true
    // ok: identical-operands
    return left.width - right.width > 0
}
