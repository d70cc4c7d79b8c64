class Greetings
{
    void Greet(List<string> names, string text)
    {
        // ruleid: size-below-zero
        if (names.Count >= 0)
        {
            Hello(names);
        }
        // ruleid: size-below-zero
        if (text.Length < 0)
        {
            return;
        }
        // ok: size-below-zero
        if (names.Count > 0)
        {
            Hello(names);
        }
        // ok: size-below-zero
        if (text.IndexOf('x') >= 0)
        {
            Hello(names);
        }
    }
}
