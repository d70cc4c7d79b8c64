def same(left, right)
  # ruleid: self-comparison
  return true if left == left

  # ruleid: self-comparison
  @size >= @size
end

def other(left, right)
  # ok: self-comparison
  return true if left.size == right.size

  # ok: self-comparison
  rand(6) == rand(6)
end
