fun save(order: Order, store: Store) {
    try {
        store.save(order)
        // ruleid: empty-catch
    } catch (e: StoreException) {
    }
    try {
        store.close()
        // ruleid: empty-catch
    } catch (e: Exception) { }
    try {
        store.save(order)
        // ok: empty-catch
    } catch (e: StoreException) {
        log(e)
    }
    try {
        store.close()
        // ok: empty-catch
    } catch (_: Exception) {
    }
}
