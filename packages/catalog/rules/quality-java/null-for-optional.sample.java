class Orders {
    Optional<Order> first(List<Order> all) {
        if (all.isEmpty()) {
            // ruleid: null-for-optional
            return null;
        }
        return Optional.of(all.get(0));
    }

    public static Optional<String> name(Order order) {
        // ruleid: null-for-optional
        return null;
    }

    Optional<Order> last(List<Order> all) {
        // ok: null-for-optional
        return Optional.empty();
    }

    Order any(List<Order> all) {
        // ok: null-for-optional
        return null;
    }
}
