fun run(state: String, it: Item) {
    // ruleid: repeated-condition
    if (state == "open") {
        start(it)
    } else if (state == "open") {
        close(it)
    }
    // ruleid: repeated-condition
    if (it.ready) {
        start(it)
    } else if (it.done) {
        close(it)
    } else if (it.ready) {
        remove(it)
    }
    // ok: repeated-condition
    if (state == "open") {
        start(it)
    } else if (state == "closed") {
        close(it)
    }
    // ok: repeated-condition
    if (next()) {
        start(it)
    } else if (next()) {
        close(it)
    }
}
