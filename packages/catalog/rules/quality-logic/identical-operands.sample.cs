class Both
{
    bool Test(Box left, Box right)
    {
        // ruleid: identical-operands
        if (left.Visible && left.Visible) return true;
        // ruleid: identical-operands
        return right.Open || right.Open;
    }

    bool Fine(Box left, Box right)
    {
        // ok: identical-operands
        if (left.Visible && right.Visible) return true;
        // ok: identical-operands
        return left.Width - right.Width > 0;
    }
}
