fun cheapest(offers: List<Offer>): Offer {
    // ruleid: sorted-to-find-one
    val first = offers.sortedBy { it.price }.first()
    // ruleid: sorted-to-find-one
    val last = offers.sorted().last()
    // ok: sorted-to-find-one
    val three = offers.sortedBy { it.price }.take(3)
    // ok: sorted-to-find-one
    return offers.minBy { it.price }
}
