def total(order)
  # ruleid: debugger-left-over-ruby
  binding.pry
  # ruleid: debugger-left-over-ruby
  byebug
  # ok: debugger-left-over-ruby
  order.pry
  # ok: debugger-left-over-ruby
  order.total(binding)
end
