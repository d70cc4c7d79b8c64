class Sizes
{
    bool Same(Box left, Box right)
    {
        // ruleid: self-comparison
        if (left.Size == left.Size) return true;
        // ruleid: self-comparison
        return right.Size > right.Size;
    }

    bool Other(Box left, Box right)
    {
        // ok: self-comparison
        if (left.Size == right.Size) return true;
        // ok: self-comparison
        return left.Next() == left.Next();
    }
}
