class Order {
    fun done() {
        // ruleid: literal-non-null
        this?.close()
        // ruleid: literal-non-null
        this!!.send()
        // ok: literal-non-null
        this.close()
        // ok: literal-non-null
        next?.close()
    }
}
