using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

public class PagesController : Controller
{
    public IActionResult Hello(string name)
    {
        // ruleid: unescaped-html-csharp
        return Content($"<h1>Hello {name}</h1>", "text/html");
    }

    public IHtmlContent Bold(string name)
    {
        // ruleid: unescaped-html-csharp
        return new HtmlString("<b>" + name + "</b>");
    }

    public IHtmlContent Safe(string name)
    {
        // ok: unescaped-html-csharp
        Content($"Hello {name}", "text/plain");
        // ok: unescaped-html-csharp
        var line = new HtmlString("<hr>");
        // ok: unescaped-html-csharp
        return new HtmlContentBuilder().AppendHtml(line).Append(name);
    }
}
