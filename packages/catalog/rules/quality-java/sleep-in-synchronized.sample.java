class Queues {
    void poll(Object queue) throws InterruptedException {
        synchronized (queue) {
            // ruleid: sleep-in-synchronized
            Thread.sleep(1000);
        }
        synchronized (this) {
            while (empty()) {
                // ruleid: sleep-in-synchronized
                Thread.sleep(10);
            }
        }
        synchronized (queue) {
            // ok: sleep-in-synchronized
            queue.wait(1000);
        }
        // ok: sleep-in-synchronized
        Thread.sleep(1000);
    }
}
