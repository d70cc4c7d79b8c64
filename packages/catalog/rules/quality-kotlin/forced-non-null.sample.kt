fun show(order: Order): String {
    // ruleid: forced-non-null
    val name = order.name!!
    // ruleid: forced-non-null
    val city = order.address!!.city
    // ok: forced-non-null
    val zip = order.zip ?: return ""
    // ok: forced-non-null
    return if (!zip.isEmpty() && !!order.open) name + city else requireNotNull(order.id) { "no id" }
}
