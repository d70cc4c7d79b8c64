def cheapest(offers, price):
    # ruleid: first-of-sorted
    first = sorted(offers)[0]
    # ruleid: first-of-sorted
    last = sorted(offers, key=price)[-1]
    # ok: first-of-sorted
    three = sorted(offers, key=price)[:3]
    # ok: first-of-sorted
    best = min(offers, key=price)
    return first, last, three, best
