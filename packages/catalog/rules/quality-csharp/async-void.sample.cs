class Orders
{
    // ruleid: async-void
    async void Save(Order order)
    {
        await store.SaveAsync(order);
    }

    // ruleid: async-void
    public async void SaveAll() => await store.SaveAllAsync();

    // ok: async-void
    async Task SaveAsync(Order order)
    {
        await store.SaveAsync(order);
    }

    // ok: async-void
    async void Button_Click(object sender, EventArgs e)
    {
        await SaveAsync(order);
    }
}
