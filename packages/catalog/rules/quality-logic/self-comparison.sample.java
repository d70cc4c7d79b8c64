class Sizes {
    boolean same(Box left, Box right) {
        // ruleid: self-comparison
        if (left.size == left.size) return true;
        // ruleid: self-comparison
        return right.size < right.size;
    }

    boolean other(Box left, Box right, double value) {
        // ok: self-comparison
        if (value != value) return false;
        // ok: self-comparison
        return left.next() == left.next() || left.size == right.size;
    }
}
