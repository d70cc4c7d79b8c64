fun send(mail: Mail, urgent: Boolean) {
    // ruleid: constant-condition
    if (false) {
        log(mail)
    }
    // ruleid: constant-condition
    if (urgent || true) {
        post(mail)
    }
    // ok: constant-condition
    while (true) {
        step(mail)
    }
    // ok: constant-condition
    if (urgent) {
        post(mail)
    }
}
