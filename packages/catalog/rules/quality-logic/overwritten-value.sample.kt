fun bill(price: Int, count: Int, paid: Int): Int {
    var total: Int
    var rest: Int
    // ruleid: overwritten-value
    total = price * count
    total = price - paid
    // ruleid: overwritten-value
    rest = 1
    rest = total
    // ok: overwritten-value
    total = price * 2
    total = total - paid
    // ok: overwritten-value
    rest = total
    total = rest
    return total
}
