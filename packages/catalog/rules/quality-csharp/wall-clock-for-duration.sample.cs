class Timings
{
    void Run()
    {
        var start = DateTime.Now;
        Step();
        // ruleid: wall-clock-for-duration
        Log(DateTime.Now - start);
        // ruleid: wall-clock-for-duration
        Log(DateTime.UtcNow.Subtract(start));
        // ok: wall-clock-for-duration
        var watch = Stopwatch.StartNew();
        // ok: wall-clock-for-duration
        Log(watch.Elapsed - pause);
    }
}
