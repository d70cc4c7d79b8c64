using System.IO;
using Microsoft.AspNetCore.Mvc;

public class InvoicesController : Controller
{
    public IActionResult Show(string name)
    {
        // ruleid: path-traversal-csharp
        return PhysicalFile(Path.Combine("/srv/invoices", name), "application/pdf");
    }

    public IActionResult Text(int id, string note)
    {
        // ruleid: path-traversal-csharp
        return Content(System.IO.File.ReadAllText("/srv/notes/" + note));
    }

    public IActionResult Safe(string name, int id)
    {
        // ok: path-traversal-csharp
        System.IO.File.ReadAllText("/srv/notes/" + id + ".txt");
        // ok: path-traversal-csharp
        return PhysicalFile(Path.Combine("/srv/invoices", Path.GetFileName(name)), "application/pdf");
    }
}
