fun check(order: Order, count: Int) {
    if (count < 0) {
        // ruleid: exception-not-thrown-kotlin
        IllegalArgumentException("count")
    }
    if (order.late) {
        // ruleid: exception-not-thrown-kotlin
        IllegalStateException("late: ${order.id()}")
    }
    if (order.old) {
        // ok: exception-not-thrown-kotlin
        throw IllegalStateException("old")
    }
    // ok: exception-not-thrown-kotlin
    val error = IllegalStateException("other")
    use(error)
}
