# ruleid: mutable-default
def add(item, items=[]):
    items.append(item)
    return items


# ruleid: mutable-default
def count(word, counts: dict = {}):
    counts[word] = counts.get(word, 0) + 1


class Basket:
    # ruleid: mutable-default
    def __init__(self, items=list()):
        self.items = items


# ok: mutable-default
def fine(item, items=None):
    items = items or []
    items.append(item)
    return items


# ok: mutable-default
def read_only(word, stops=["the", "a"]):
    return word in stops


# ok: mutable-default
def pair(left, right=()):
    return [left, *right]
