class Names
{
    string Clean(string name, string title)
    {
        // ruleid: lost-string-result-csharp
        name.Trim();
        // ruleid: lost-string-result-csharp
        title.ToLower();
        // ok: lost-string-result-csharp
        name = name.Trim();
        // ok: lost-string-result-csharp
        return title.Substring(1);
    }
}
