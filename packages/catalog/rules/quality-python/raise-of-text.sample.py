def check(order):
    if not order:
        # ruleid: raise-of-text
        raise "the order is empty"
    if order.late:
        # ruleid: raise-of-text
        raise f"{order} is late"
    if order.old:
        # ok: raise-of-text
        raise ValueError("the order is old")
    try:
        return order.total
    except KeyError:
        # ok: raise-of-text
        raise
