using System.Diagnostics;

public class Images
{
    public void Resize(string file)
    {
        // ruleid: command-building-csharp
        Process.Start("cmd.exe", "/c convert " + file);
    }

    public void Info(string file)
    {
        // ruleid: command-building-csharp
        var start = new ProcessStartInfo("/bin/bash", $"-c \"file {file}\"");
        Process.Start(start);
    }

    public void Safe(string file)
    {
        // ok: command-building-csharp
        var start = new ProcessStartInfo("convert");
        start.ArgumentList.Add(file);
        // ok: command-building-csharp
        Process.Start("notepad.exe", file);
        // ok: command-building-csharp
        Process.Start("cmd.exe", "/c dir");
    }
}
