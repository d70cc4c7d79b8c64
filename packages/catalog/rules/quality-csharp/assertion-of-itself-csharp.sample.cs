class OrderTest
{
    void Total(Order order)
    {
        // ruleid: assertion-of-itself-csharp
        Assert.Equal(order.Total, order.Total);
        // ruleid: assertion-of-itself-csharp
        Assert.True(true);
        // ok: assertion-of-itself-csharp
        Assert.Equal(3, order.Total);
        // ok: assertion-of-itself-csharp
        Assert.True(order.Open);
    }
}
