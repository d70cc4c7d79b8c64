def run(state, it):
    # ruleid: self-comparing-branches
    if state == "open":
        it.start()
    elif state == "open":
        it.stop()
    # ruleid: self-comparing-branches
    if isinstance(it, str):
        it.start()
    elif it.done:
        it.stop()
    elif isinstance(it, str):
        it.remove()
    else:
        it.keep()
    # ok: self-comparing-branches
    if state == "open":
        it.start()
    elif state == "closed":
        it.stop()
    # ok: self-comparing-branches
    if it.next():
        it.start()
    elif it.next():
        it.stop()
