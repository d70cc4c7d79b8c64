fun greet(names: List<String>, text: String) {
    // ruleid: size-below-zero
    if (names.count() >= 0) {
        hello(names)
    }
    // ruleid: size-below-zero
    if (text.length < 0) {
        return
    }
    // ok: size-below-zero
    if (names.count() > 0) {
        hello(names)
    }
    // ok: size-below-zero
    if (text.indexOf('x') >= 0) {
        hello(names)
    }
}
