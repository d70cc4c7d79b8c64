class Locks {
    private final Object lock = new Object();

    void run(String name) {
        // ruleid: lock-on-shared-value
        synchronized ("lock") {
            step();
        }
        // ruleid: lock-on-shared-value
        synchronized (name.intern()) {
            step();
        }
        // ok: lock-on-shared-value
        synchronized (lock) {
            step();
        }
        // ok: lock-on-shared-value
        synchronized (this) {
            step();
        }
    }
}
