class Order(private val lines: List<Line>) {
    // ruleid: getter-calls-itself
    val total: Int
        get() = total

    // ruleid: getter-calls-itself
    val paid: Boolean
        get() { return this.paid }

    // ok: getter-calls-itself
    val size: Int
        get() = lines.size

    // ok: getter-calls-itself
    var rate: Int = 0
        get() = field
}
