fun show(order: Order) {
    // ruleid: print-left-over-kotlin
    println("order $order")
    // ruleid: print-left-over-kotlin
    print(order)
    // ok: print-left-over-kotlin
    logger.debug("order")
    // ok: print-left-over-kotlin
    writer.println(order)
}
