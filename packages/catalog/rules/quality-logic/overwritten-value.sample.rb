def bill(price, count, paid)
  # ruleid: overwritten-value
  total = price * count
  total = price - paid
  # ruleid: overwritten-value
  rest = 1
  rest = total
  # ok: overwritten-value
  total = price * 2
  total = total - paid
  # ok: overwritten-value
  list = []
  list[0] = total
  total + rest
end
