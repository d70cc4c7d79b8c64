public class Headers
{
    public void Send(HttpResponse response)
    {
        // ruleid: csp-unsafe-inline
        response.Headers["Content-Security-Policy"] = "script-src 'self' 'unsafe-inline'";
        // ruleid: csp-unsafe-inline
        response.Headers["Content-Security-Policy"] = "default-src 'self' 'unsafe-eval'";
        // ok: csp-unsafe-inline
        response.Headers["Content-Security-Policy"] = "script-src 'self'";
        // ok: csp-unsafe-inline
        response.Headers["X-Note"] = "'unsafe-inline'";
    }
}
