def save(order)
  order.save
# ruleid: swallowed-error-ruby
rescue
end

def close(order)
  order.close
# ruleid: swallowed-error-ruby
rescue StandardError => e
  nil
end

def fine(order)
  order.save
# ok: swallowed-error-ruby
rescue StoreError
  nil
end

def other(order)
  order.save
# ok: swallowed-error-ruby
rescue StandardError => e
  log(e)
end
