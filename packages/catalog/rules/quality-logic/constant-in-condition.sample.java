class Runs {
    void run(Item it, boolean open) {
        // ruleid: constant-in-condition
        if (open = true) {
            close(it);
        }
        // ruleid: constant-in-condition
        while (it.done = false) {
            step(it);
        }
        // ok: constant-in-condition
        if (open == true) {
            close(it);
        }
        // ok: constant-in-condition
        while ((line = read()) != null) {
            step(it);
        }
    }
}
