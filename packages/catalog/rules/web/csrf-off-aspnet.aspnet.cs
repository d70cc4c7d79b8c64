using Microsoft.AspNetCore.Mvc;

public class OrdersController : Controller
{
    // ruleid: csrf-off-aspnet
    [IgnoreAntiforgeryToken]
    public IActionResult Create(Order order)
    {
        return RedirectToAction("Index");
    }

    // ok: csrf-off-aspnet
    [ValidateAntiForgeryToken]
    public IActionResult Change(Order order)
    {
        return RedirectToAction("Index");
    }
}

public static class Program
{
    public static void Configure(MvcOptions options, WebApplication app)
    {
        // ruleid: csrf-off-aspnet
        options.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        // ok: csrf-off-aspnet
        options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
        // ruleid: csrf-off-aspnet
        app.MapPost("/upload", (IFormFile file) => Results.Ok()).DisableAntiforgery();
        // ok: csrf-off-aspnet
        app.MapPost("/orders", (Order order) => Results.Ok());
    }
}
