class Orders
{
    void Save(Order order)
    {
        try
        {
            store.Save(order);
        }
        catch (StoreException e)
        {
            Log(e);
            // ruleid: stack-trace-lost
            throw e;
        }
        try
        {
            store.Close();
        }
        catch (Exception error)
        {
            // ruleid: stack-trace-lost
            throw error;
        }
        try
        {
            store.Open();
        }
        catch (StoreException e)
        {
            Log(e);
            // ok: stack-trace-lost
            throw;
        }
        try
        {
            store.Open();
        }
        catch (StoreException e)
        {
            // ok: stack-trace-lost
            throw new OrderException("not opened", e);
        }
    }
}
