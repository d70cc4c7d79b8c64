def both(left, right):
    # ruleid: identical-operands-python
    if left.visible and left.visible:
        return True
    # ruleid: identical-operands-python
    return right.width - right.width


def fine(left, right):
    # ok: identical-operands-python
    if left.visible and right.visible:
        return True
    # ok: identical-operands-python
    return right.next() or right.next()
