def tax(order):
    # ruleid: unfinished-note
    # TODO rates of other countries
    rate = 0.2
    # ruleid: unfinished-note
    # FIXME: round
    total = rate * order.total
    # ok: unfinished-note
    # TODO(ann): rates of other countries
    # ok: unfinished-note
    # SHOP-12 is about rounding
    return total
