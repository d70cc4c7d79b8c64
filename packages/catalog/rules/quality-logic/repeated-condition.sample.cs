class Runs
{
    void Run(string state, Item it)
    {
        // ruleid: repeated-condition
        if (state == "open")
        {
            Open(it);
        }
        else if (state == "open")
        {
            Close(it);
        }
        // ruleid: repeated-condition
        if (it.Ready)
        {
            Open(it);
        }
        else if (it.Done)
        {
            Close(it);
        }
        else if (it.Ready)
        {
            Remove(it);
        }
        // ok: repeated-condition
        if (state == "open")
        {
            Open(it);
        }
        else if (state == "closed")
        {
            Close(it);
        }
        // ok: repeated-condition
        if (Next())
        {
            Open(it);
        }
        else if (Next())
        {
            Close(it);
        }
    }
}
