def check(order):
    # ruleid: assert-on-tuple
    assert (order.total > 0, "an empty order")
    # ruleid: assert-on-tuple
    assert (
        order.count,
        "nothing in it",
    )
    # ok: assert-on-tuple
    assert order.total > 0, "an empty order"
    # ok: assert-on-tuple
    assert (order.total > 0)
    return order
