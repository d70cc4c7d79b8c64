using System.Net;
using System.Net.Http;
using System.Security.Authentication;

public class Connections
{
    public HttpClient Old()
    {
        var handler = new HttpClientHandler();
        // ruleid: old-tls-csharp
        handler.SslProtocols = SslProtocols.Tls | SslProtocols.Tls12;
        return new HttpClient(handler);
    }

    public void Everywhere()
    {
        // ruleid: old-tls-csharp
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3;
    }

    public HttpClient Safe(SslProtocols chosen)
    {
        var handler = new HttpClientHandler();
        // ok: old-tls-csharp
        handler.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        // ok: old-tls-csharp
        ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Tls11;
        // ok: old-tls-csharp
        handler.SslProtocols = chosen;
        return new HttpClient(handler);
    }
}
