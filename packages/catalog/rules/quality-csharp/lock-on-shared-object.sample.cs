class Counters
{
    private readonly object gate = new();

    void Run()
    {
        // ruleid: lock-on-shared-object
        lock (this)
        {
            Step();
        }
        // ruleid: lock-on-shared-object
        lock (typeof(Counters))
        {
            Step();
        }
        // ok: lock-on-shared-object
        lock (gate)
        {
            Step();
        }
        // ok: lock-on-shared-object
        lock (this.gate)
        {
            Step();
        }
    }
}
