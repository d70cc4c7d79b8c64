import sys


def total(order):
    # ruleid: print-left-over
    print("order", order)
    # ruleid: print-left-over
    print(order.total)
    # ok: print-left-over
    print("failed", file=sys.stderr)
    # ok: print-left-over
    order.print()
    return order.total
