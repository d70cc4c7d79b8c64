class Both {
    boolean both(Box left, Box right) {
        // ruleid: identical-operands
        if (left.visible && left.visible) return true;
        // ruleid: identical-operands
        return right.open || right.open;
    }

    boolean fine(Box left, Box right) {
        // ok: identical-operands
        if (left.visible && right.visible) return true;
        // ok: identical-operands
        return left.width - right.width > 0 || tokens.nextBoolean() || tokens.nextBoolean();
    }
}
