def total(order)
  # ruleid: print-left-over-ruby
  puts "order #{order}"
  # ruleid: print-left-over-ruby
  p order.total
  # ok: print-left-over-ruby
  logger.debug(order)
  # ok: print-left-over-ruby
  order.puts 'x'
end
