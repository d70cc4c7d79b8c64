class Jobs {
    void go(Runnable job, Thread worker) {
        // ruleid: thread-run
        new Thread(job).run();
        // ruleid: thread-run
        worker.run();
        // ok: thread-run
        worker.start();
        // ok: thread-run
        job.run();
    }
}
