using Microsoft.AspNetCore.Mvc;

public class LoginController : Controller
{
    public IActionResult Login(string returnUrl)
    {
        // ruleid: open-redirect-csharp
        return Redirect(returnUrl);
    }

    public void Leave()
    {
        // ruleid: open-redirect-csharp
        Response.Redirect(Request.Query["next"]);
    }

    public IActionResult Checked(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
        {
            // ok: open-redirect-csharp
            return Redirect(returnUrl);
        }
        // ok: open-redirect-csharp
        return LocalRedirect("/");
    }

    public IActionResult Orders(string address)
    {
        // ok: open-redirect-csharp
        return Redirect("/orders");
    }
}
