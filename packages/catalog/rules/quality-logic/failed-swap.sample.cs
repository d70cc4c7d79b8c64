class Orders
{
    void Order(int[] all, int left, int right)
    {
        // ruleid: failed-swap
        left = right;
        right = left;
        // ruleid: failed-swap
        all[0] = all[1];
        all[1] = all[0];
    }

    void Fine(int left, int right)
    {
        // ok: failed-swap
        (left, right) = (right, left);
        // ok: failed-swap
        var old = left;
        left = right;
        right = old;
    }
}
