class Prices
{
    void Price(bool member, Item item)
    {
        // ruleid: identical-branches
        if (member)
        {
            item.Total = Full(item);
        }
        else
        {
            item.Total = Full(item);
        }
        // ruleid: identical-branches
        if (item.Gift)
        {
            Wrap(item);
            Show(item);
        }
        else
        {
            Wrap(item);
            Show(item);
        }
        // ok: identical-branches
        if (member)
        {
            Show(item);
        }
        else
        {
            Hide(item);
        }
        // ok: identical-branches
        if (item.Gift)
        {
            Wrap(item);
        }
        else
        {
            Show(item);
            Wrap(item);
        }
    }
}
