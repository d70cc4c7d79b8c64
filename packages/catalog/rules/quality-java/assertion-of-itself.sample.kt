fun total(order: Order, other: Order) {
    // ruleid: assertion-of-itself
    assertEquals(order.total, order.total)
    // ruleid: assertion-of-itself
    assertTrue(true)
    // ok: assertion-of-itself
    assertEquals(3, order.total)
    // ok: assertion-of-itself
    assertEquals(other, order)
}
