class All {
    void all(int[] list) {
        // ruleid: loop-runs-away
        for (int i = 0; i < list.length; i--) {
            show(list[i]);
        }
        // ruleid: loop-runs-away
        for (int i = list.length - 1; i >= 0; i++) {
            show(list[i]);
        }
        // ok: loop-runs-away
        for (int i = 0; i < list.length; i++) {
            show(list[i]);
        }
        // ok: loop-runs-away
        for (int i = list.length - 1; i >= 0; i--) {
            show(list[i]);
        }
    }
}
