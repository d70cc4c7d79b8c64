using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

public class Startup
{
    public void Configure(WebApplication app)
    {
        // ruleid: debug-mode-aspnet
        app.UseDeveloperExceptionPage();
        app.UseRouting();
    }

    public void Always(WebApplication app, bool verbose)
    {
        if (verbose)
        {
            // ruleid: debug-mode-aspnet
            app.UseDeveloperExceptionPage();
        }
    }

    public void Safe(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            // ok: debug-mode-aspnet
            app.UseDeveloperExceptionPage();
        }
        else
        {
            // ok: debug-mode-aspnet
            app.UseExceptionHandler("/error");
        }
    }
}
