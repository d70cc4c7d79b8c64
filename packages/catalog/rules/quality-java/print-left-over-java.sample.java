class Orders {
    void show(Order order) {
        // ruleid: print-left-over-java
        System.out.println("order " + order);
        // ruleid: print-left-over-java
        System.out.printf("%s", order);
        // ok: print-left-over-java
        log.debug("order {}", order);
        // ok: print-left-over-java
        writer.println(order);
    }
}
