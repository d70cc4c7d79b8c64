suspend fun save(order: Order) {
    try {
        store.save(order)
        // ruleid: swallowed-cancellation
    } catch (e: Exception) {
        log(e)
    }
    try {
        store.close()
        // ruleid: swallowed-cancellation
    } catch (e: Throwable) {
        log(e)
    }
    try {
        store.save(order)
        // ok: swallowed-cancellation
    } catch (e: StoreException) {
        log(e)
    }
    try {
        store.save(order)
        // ok: swallowed-cancellation
    } catch (e: Exception) {
        log(e)
        throw e
    }
}
