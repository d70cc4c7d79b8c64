def run(state, it):
    # ruleid: constant-operand-of-or
    if state == "open" or "new":
        it.close()
    # ruleid: constant-operand-of-or
    while it.code == 200 or 204:
        it.read()
    # ok: constant-operand-of-or
    if state == "open" or state == "new":
        it.close()
    # ok: constant-operand-of-or
    label = it.label or "none"
    # ok: constant-operand-of-or
    if state in ("open", "new"):
        it.close()
    return label
