class Orders {
    void order(int[] all, int left, int right) {
        // ruleid: failed-swap
        left = right;
        right = left;
        // ruleid: failed-swap
        all[0] = all[1];
        all[1] = all[0];
    }

    void fine(int left, int right) {
        // ok: failed-swap
        int old = left;
        left = right;
        right = old;
        // ok: failed-swap
        left = right;
        right = 0;
    }
}
