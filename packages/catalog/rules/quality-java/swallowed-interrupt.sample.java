class Workers {
    void run(Queue queue) {
        try {
            queue.take();
            // ruleid: swallowed-interrupt
        } catch (InterruptedException e) {
            log(e);
        }
        try {
            queue.take();
            // ruleid: swallowed-interrupt
        } catch (InterruptedException stop) {
            count++;
        }
        try {
            queue.take();
            // ok: swallowed-interrupt
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            queue.take();
            // ok: swallowed-interrupt
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
