class Orders
{
    Order Load(int id)
    {
        // ruleid: blocked-task
        var order = store.LoadAsync(id).Result;
        // ruleid: blocked-task
        store.SaveAsync(order).Wait();
        // ruleid: blocked-task
        return store.LoadAsync(id).GetAwaiter().GetResult();
    }

    async Task<Order> Fine(int id)
    {
        // ok: blocked-task
        var order = await store.LoadAsync(id);
        // ok: blocked-task
        return order.Result;
    }
}
