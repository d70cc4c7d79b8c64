def run(state, count):
    # ruleid: comparison-with-literal-by-is
    if state is "open":
        return 1
    # ruleid: comparison-with-literal-by-is
    if count is not 0:
        return 2
    # ok: comparison-with-literal-by-is
    if state is None or state is True:
        return 3
    # ok: comparison-with-literal-by-is
    return state == "open" and count is not it
