# ruleid: neutral-words
def sanity_check(order):
    # ruleid: neutral-words
    man_hours = order.hours
    # ok: neutral-words
    work_hours = order.work
    # ok: neutral-words
    return order.check(work_hours)
