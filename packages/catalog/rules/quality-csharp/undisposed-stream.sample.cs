class Files
{
    string Read(string path)
    {
        // ruleid: undisposed-stream
        var reader = new StreamReader(path);
        return Parse(1);
    }

    void Write(string path, string text)
    {
        // ruleid: undisposed-stream
        StreamWriter writer = new StreamWriter(path);
        writer.Write(text);
    }

    string Fine(string path)
    {
        // ok: undisposed-stream
        using var reader = new StreamReader(path);
        return reader.ReadToEnd();
    }

    StreamReader Open(string path)
    {
        // ok: undisposed-stream
        var reader = new StreamReader(path);
        return reader;
    }
}
