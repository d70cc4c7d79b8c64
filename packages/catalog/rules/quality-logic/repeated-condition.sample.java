class Runs {
    void run(String state, Item it) {
        // ruleid: repeated-condition
        if (it.ready) {
            open(it);
        } else if (it.ready) {
            close(it);
        }
        // ruleid: repeated-condition
        if (state.equals("open")) {
            open(it);
        } else if (it.done) {
            close(it);
        } else if (state.equals("open")) {
            remove(it);
        } else {
            keep(it);
        }
        // ok: repeated-condition
        if (state.equals("open")) {
            open(it);
        } else if (state.equals("closed")) {
            close(it);
        }
        // ok: repeated-condition
        if (queue.poll()) {
            open(it);
        } else if (queue.poll()) {
            close(it);
        }
    }
}
