def late(orders)
  # ruleid: selected-to-count
  count = orders.select { |it| it.late }.size
  # ruleid: selected-to-count
  return 0 if orders.filter(&:late?).empty?

  # ok: selected-to-count
  fine = orders.count(&:late?)
  # ok: selected-to-count
  list = orders.select { |it| it.late }.map(&:id)
  [count, fine, list]
end
