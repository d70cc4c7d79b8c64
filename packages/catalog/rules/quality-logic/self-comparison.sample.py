def same_size(left, right):
    # ruleid: self-comparison
    if left.size == left.size:
        return True
    # ruleid: self-comparison
    return right.size > right.size


def pick(left, right):
    # ok: self-comparison
    if left.size == right.size:
        return left
    # ok: self-comparison
    return left if next(left) == next(left) else right
