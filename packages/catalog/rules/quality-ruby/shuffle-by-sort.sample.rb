def offers(all)
  # ruleid: shuffle-by-sort
  mixed = all.sort_by { rand }
  # ruleid: shuffle-by-sort
  cheapest = all.sort_by(&:price).first
  # ok: shuffle-by-sort
  three = all.sort_by(&:price).first(3)
  # ok: shuffle-by-sort
  best = all.max_by(&:price)
  [mixed, cheapest, three, best]
end
