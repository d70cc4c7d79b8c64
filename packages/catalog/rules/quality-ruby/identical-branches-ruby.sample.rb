def price(member, item)
  # ruleid: identical-branches-ruby
  if member
    item.total = full(item)
  else
    item.total = full(item)
  end
  # ruleid: identical-branches-ruby
  if item.gift
    wrap(item)
    show(item)
  else
    wrap(item)
    show(item)
  end
  # ok: identical-branches-ruby
  if member
    show(item)
  else
    hide(item)
  end
  # ok: identical-branches-ruby
  if item.gift
    wrap(item)
  else
    show(item)
    wrap(item)
  end
end
