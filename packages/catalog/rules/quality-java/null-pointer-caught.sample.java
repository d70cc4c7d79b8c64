class Names {
    String name(Order order) {
        try {
            return order.customer().name();
            // ruleid: null-pointer-caught
        } catch (NullPointerException e) {
            return "";
        }
    }

    String city(Order order) {
        try {
            return order.address().city();
            // ruleid: null-pointer-caught
        } catch (IllegalStateException | NullPointerException e) {
            return "";
        }
    }

    String fine(Order order) {
        try {
            return order.load().name();
            // ok: null-pointer-caught
        } catch (IOException e) {
            return "";
            // ok: null-pointer-caught
        } catch (NullValueException e) {
            return "";
        }
    }
}
