def both(left, right)
  # ruleid: identical-operands
  return true if left.visible && left.visible

  # ruleid: identical-operands
  right.width - right.width
end

def fine(left, right)
  # ok: identical-operands
  return true if left.visible && right.visible

  # ok: identical-operands
  left.width - right.width
end
