using Microsoft.AspNetCore.Mvc;

public class OrdersController : Controller
{
    // ruleid: csrf-missing-aspnet
    [HttpPost]
    public IActionResult Create(Order order)
    {
        return RedirectToAction("Index");
    }

    // ruleid: csrf-missing-aspnet
    [HttpPost]
    public async Task<IActionResult> Change(Order order)
    {
        return await Save(order);
    }

    // ok: csrf-missing-aspnet
    [HttpPost]
    [ValidateAntiForgeryToken]
    public IActionResult Safe(Order order)
    {
        return RedirectToAction("Index");
    }

    // ok: csrf-missing-aspnet
    [HttpGet]
    public IActionResult Index()
    {
        return View();
    }
}
