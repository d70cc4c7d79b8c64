class Orders
{
    void Show(Order order)
    {
        // ruleid: print-left-over-csharp
        Console.WriteLine(order);
        // ruleid: print-left-over-csharp
        Console.Write("order");
        // ok: print-left-over-csharp
        logger.LogDebug("order {Id}", order.Id);
        // ok: print-left-over-csharp
        writer.WriteLine(order);
    }
}
