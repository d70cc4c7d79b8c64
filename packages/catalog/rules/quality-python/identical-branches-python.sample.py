def price(member, item):
    # ruleid: identical-branches-python
    if member:
        item.total = full(item)
    else:
        item.total = full(item)
    # ruleid: identical-branches-python
    if item.gift:
        wrap(item)
        show(item)
    else:
        wrap(item)
        show(item)
    # ok: identical-branches-python
    if member:
        show(item)
    else:
        hide(item)
    # ok: identical-branches-python
    if item.gift:
        wrap(item)
    elif member:
        wrap(item)
