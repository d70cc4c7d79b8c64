class Order
{
    private int total;

    // ruleid: property-reads-itself
    public int Total => Total;
    // ruleid: property-reads-itself
    public int Paid
    {
        get { return Paid; }
    }
    // ok: property-reads-itself
    public int Sum => total;
    // ok: property-reads-itself
    public int Rest
    {
        get { return rest; }
    }
}
