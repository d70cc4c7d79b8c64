def clean(name, names):
    # ruleid: lost-call-result
    name.strip()
    # ruleid: lost-call-result
    sorted(names)
    # ok: lost-call-result
    name = name.replace("a", "b")
    # ok: lost-call-result
    names.sort()
    return name.strip()
