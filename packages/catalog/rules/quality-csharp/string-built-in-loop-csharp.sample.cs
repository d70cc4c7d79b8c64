class Texts
{
    string Join(List<string> names)
    {
        string all = "";
        foreach (var name in names)
        {
            // ruleid: string-built-in-loop-csharp
            all += name;
        }
        var more = string.Empty;
        for (int i = 0; i < names.Count; i++)
        {
            // ruleid: string-built-in-loop-csharp
            more = more + names[i];
        }
        var sum = 0;
        foreach (var name in names)
        {
            // ok: string-built-in-loop-csharp
            sum += name.Length;
        }
        // ok: string-built-in-loop-csharp
        all += "\n";
        return all + more + sum;
    }
}
