suspend fun load(id: Int): Order {
    // ruleid: blocking-in-coroutine
    val order = runBlocking { store.load(id) }
    // ruleid: blocking-in-coroutine
    Thread.sleep(100)
    // ok: blocking-in-coroutine
    delay(100)
    return order
}

fun main() {
    // ok: blocking-in-coroutine
    runBlocking { load(1) }
}
