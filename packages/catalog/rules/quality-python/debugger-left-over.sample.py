import pdb


def total(order):
    # ruleid: debugger-left-over
    breakpoint()
    # ruleid: debugger-left-over
    pdb.set_trace()
    # ok: debugger-left-over
    order.breakpoint()
    # ok: debugger-left-over
    pdb.run("total(1)")
    return order.total
