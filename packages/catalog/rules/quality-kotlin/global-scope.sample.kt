fun save(order: Order, scope: CoroutineScope) {
    // ruleid: global-scope
    GlobalScope.launch { store.save(order) }
    // ruleid: global-scope
    GlobalScope.async { store.load(order) }
    // ok: global-scope
    scope.launch { store.save(order) }
    // ok: global-scope
    scope.async { store.load(order) }
}
