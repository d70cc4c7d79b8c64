class Mails {
    void send(Mail mail, boolean urgent) {
        // ruleid: constant-condition
        if (false) {
            log(mail);
        }
        // ruleid: constant-condition
        if (urgent && false) {
            post(mail);
        }
        // ok: constant-condition
        while (true) {
            step(mail);
        }
        // ok: constant-condition
        if (urgent) {
            post(mail);
        }
    }
}
