def late(orders):
    # ruleid: list-inside-any
    if any([order.late for order in orders]):
        return True
    # ruleid: list-inside-any
    if all([order.paid for order in orders if order.open]):
        return False
    # ok: list-inside-any
    if any(order.late for order in orders):
        return True
    # ok: list-inside-any
    return sum([order.total for order in orders])
