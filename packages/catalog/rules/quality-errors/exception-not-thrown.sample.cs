class Checks
{
    Exception Check(Order order)
    {
        if (order == null)
        {
            // ruleid: exception-not-thrown
            new ArgumentException("no order");
        }
        if (order.Late)
        {
            // ruleid: exception-not-thrown
            new InvalidOperationException("late: " + order.Id());
        }
        if (order.Old)
        {
            // ok: exception-not-thrown
            throw new InvalidOperationException("old");
        }
        // ok: exception-not-thrown
        return new InvalidOperationException("other");
    }
}
