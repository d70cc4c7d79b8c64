def total(items, log)
  if items.empty?
    return 0
    # ruleid: unreachable-code
    log.call(items)
  end
  items.each do |it|
    if it.last
      break
      # ruleid: unreachable-code
      log.call(it)
    end
  end
  # ok: unreachable-code
  return 1 if items.one?
  # ok: unreachable-code
  items.size
end
