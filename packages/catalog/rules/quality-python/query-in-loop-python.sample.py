def customers(orders):
    found = []
    for order in orders:
        # ruleid: query-in-loop-python
        found.append(Customer.objects.get(pk=order.customer_id))
    for order in orders:
        # ruleid: query-in-loop-python
        if Line.objects.filter(order=order).exists():
            found.append(order)
    # ok: query-in-loop-python
    all_of_them = Customer.objects.in_bulk([order.customer_id for order in orders])
    # ok: query-in-loop-python
    for customer in Customer.objects.filter(open=True):
        found.append(customer)
    return found, all_of_them
