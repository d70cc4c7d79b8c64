def greeters(names, greet):
    made = []
    by_name = {}
    for name in names:
        # ruleid: closure-over-loop-variable
        made.append(lambda: greet(name))
        # ruleid: closure-over-loop-variable
        by_name[name] = lambda other: greet(name, other)
        # ok: closure-over-loop-variable
        made.append(lambda name=name: greet(name))
        # ok: closure-over-loop-variable
        made.append(lambda other: greet(other))
    return made
