using Microsoft.AspNetCore.Builder;

public static class Cors
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddCors(options => options.AddDefaultPolicy(policy =>
        {
            // ruleid: cors-any-origin-csharp
            policy.SetIsOriginAllowed(origin => true).AllowAnyHeader().AllowCredentials();
        }));
        builder.Services.AddCors(options => options.AddPolicy("all", policy =>
        {
            // ok: cors-any-origin-csharp
            policy.AllowAnyOrigin().AllowAnyHeader();
        }));
        builder.Services.AddCors(options => options.AddPolicy("shop", policy =>
        {
            // ok: cors-any-origin-csharp
            policy.WithOrigins("https://shop.example.com").AllowAnyHeader().AllowCredentials();
        }));
    }

    public static void Reflect(HttpRequest request, HttpResponse response)
    {
        // ruleid: cors-any-origin-csharp
        response.Headers["Access-Control-Allow-Origin"] = request.Headers["Origin"];
        // ok: cors-any-origin-csharp
        response.Headers["Vary"] = request.Headers["Origin"];
    }
}
