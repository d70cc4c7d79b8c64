class Orders
{
    bool Any(IEnumerable<Order> orders, List<Order> list)
    {
        // ruleid: count-to-know-any
        if (orders.Count() > 0) return true;
        // ruleid: count-to-know-any
        if (orders.Where(it => it.Late).Count() != 0) return true;
        // ok: count-to-know-any
        if (list.Count > 0) return true;
        // ok: count-to-know-any
        return orders.Any() || orders.Count() > 3;
    }
}
