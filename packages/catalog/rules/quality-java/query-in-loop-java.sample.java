class Customers {
    void load(List<Order> orders, int n) {
        for (Order order : orders) {
            // ruleid: query-in-loop-java
            found.add(customerRepository.findById(order.customer));
        }
        for (int i = 0; i < n; i++) {
            // ruleid: query-in-loop-java
            found.add(orderDao.findById(i));
        }
        // ok: query-in-loop-java
        found.addAll(customerRepository.findAllById(ids));
        for (Order order : orders) {
            // ok: query-in-loop-java
            found.add(cache.findById(order.customer));
        }
    }
}
