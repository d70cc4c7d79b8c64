using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

public class Sessions
{
    public void Login(HttpResponse response, string id)
    {
        var options = new CookieOptions
        {
            // ruleid: insecure-cookie-csharp
            Secure = false,
            Expires = DateTimeOffset.UtcNow.AddDays(7),
        };
        response.Cookies.Append("session", id, options);
    }

    public void Configure(SessionOptions options)
    {
        // ruleid: insecure-cookie-csharp
        options.Cookie.HttpOnly = false;
        // ruleid: insecure-cookie-csharp
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    }

    public void Safe(HttpResponse response, SessionOptions options, string id, bool https)
    {
        // ok: insecure-cookie-csharp
        response.Cookies.Append("session", id, new CookieOptions { Secure = true, HttpOnly = true });
        // ok: insecure-cookie-csharp
        response.Cookies.Append("theme", id, new CookieOptions { Secure = https });
        // ok: insecure-cookie-csharp
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // ok: insecure-cookie-csharp
        var settings = new MailSettings { Secure = false };
    }
}
