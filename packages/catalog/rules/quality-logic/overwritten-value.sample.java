class Bills {
    int bill(int price, int count, int paid) {
        int total;
        int rest;
        // ruleid: overwritten-value
        total = price * count;
        total = price - paid;
        // ruleid: overwritten-value
        rest = 1;
        rest = total;
        // ok: overwritten-value
        total = price * 2;
        total = total - paid;
        // ok: overwritten-value
        rest = total;
        total = rest;
        return total;
    }
}
