class Orders
{
    void Show(Order order)
    {
        // ruleid: debugger-left-over-csharp
        Debugger.Break();
        // ruleid: debugger-left-over-csharp
        System.Diagnostics.Debugger.Launch();
        // ok: debugger-left-over-csharp
        if (Debugger.IsAttached) Log(order);
        // ok: debugger-left-over-csharp
        circuit.Break();
    }
}
