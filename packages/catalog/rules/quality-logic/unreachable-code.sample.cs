class Totals
{
    int Total(List<Item> items, Log log)
    {
        foreach (var it in items)
        {
            if (it.Last)
            {
                break;
                // ruleid: unreachable-code
                log.Write(it);
            }
        }
        if (log.Open)
        {
            return items.Count;
            // ruleid: unreachable-code
            log.Write(items);
        }
        // ok: unreachable-code
        if (items.Count == 0) return 0;
        // ok: unreachable-code
        return items.Count;
    }
}
