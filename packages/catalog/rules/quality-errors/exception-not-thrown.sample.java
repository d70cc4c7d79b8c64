class Checks {
    Exception check(Order order) {
        if (order == null) {
            // ruleid: exception-not-thrown
            new IllegalArgumentException("no order");
        }
        if (order.late) {
            // ruleid: exception-not-thrown
            new IllegalStateException("late: " + order.id());
        }
        if (order.old) {
            // ok: exception-not-thrown
            throw new IllegalStateException("old");
        }
        // ok: exception-not-thrown
        return new IllegalStateException("other");
    }
}
