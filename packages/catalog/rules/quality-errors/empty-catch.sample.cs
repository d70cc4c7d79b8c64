class Saves
{
    void Save(Order order, Store store)
    {
        try
        {
            store.Save(order);
        }
        // ruleid: empty-catch
        catch (StoreException)
        {
        }
        try
        {
            store.Close();
        }
        // ruleid: empty-catch
        catch { }
        try
        {
            store.Save(order);
        }
        // ok: empty-catch
        catch (StoreException e)
        {
            Log(e);
        }
        try
        {
            store.Close();
        }
        // ok: empty-catch
        catch
        {
            // It is closed already.
        }
    }
}
