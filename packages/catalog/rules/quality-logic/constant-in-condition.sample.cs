class Runs
{
    void Run(Item it, bool open)
    {
        // ruleid: constant-in-condition
        if (open = true)
        {
            Close(it);
        }
        // ruleid: constant-in-condition
        while (it.Done = false)
        {
            Step(it);
        }
        // ok: constant-in-condition
        if (open == true)
        {
            Close(it);
        }
        // ok: constant-in-condition
        while ((line = Read()) != null)
        {
            Step(it);
        }
    }
}
