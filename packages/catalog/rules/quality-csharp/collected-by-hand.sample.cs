class Images
{
    void Load(string path)
    {
        // ruleid: collected-by-hand
        GC.Collect();
        // ruleid: collected-by-hand
        GC.Collect(2, GCCollectionMode.Forced);
        // ok: collected-by-hand
        var used = GC.GetTotalMemory(false);
        // ok: collected-by-hand
        stamps.Collect(used);
    }
}
