def customers(orders, found)
  orders.each do |order|
    # ruleid: query-in-loop-ruby
    found << Customer.find(order.customer_id)
    # ruleid: query-in-loop-ruby
    found << Line.find_by(order: order)
  end
  orders.each do |order|
    # ok: query-in-loop-ruby
    found << order.lines.find(1)
  end
  # ok: query-in-loop-ruby
  found << Customer.find(1)
end
