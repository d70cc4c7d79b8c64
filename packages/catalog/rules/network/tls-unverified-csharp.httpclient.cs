using System.Net;
using System.Net.Http;
using System.Net.Security;

public class Partner
{
    public HttpClient Lenient()
    {
        var handler = new HttpClientHandler();
        // ruleid: tls-unverified-csharp
        handler.ServerCertificateCustomValidationCallback = (request, certificate, chain, errors) => true;
        return new HttpClient(handler);
    }

    public HttpClient Dangerous()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback =
            // ruleid: tls-unverified-csharp
            HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        return new HttpClient(handler);
    }

    public void Everywhere()
    {
        // ruleid: tls-unverified-csharp
        ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => true;
    }

    public HttpClient Checked(string thumbprint)
    {
        var handler = new HttpClientHandler();
        // ok: tls-unverified-csharp
        handler.ServerCertificateCustomValidationCallback = (request, certificate, chain, errors) => errors == SslPolicyErrors.None;
        // ok: tls-unverified-csharp
        ServicePointManager.ServerCertificateValidationCallback = (sender, certificate, chain, errors) => certificate.GetCertHashString() == thumbprint;
        handler.CheckCertificateRevocationList = true;
        return new HttpClient(handler);
    }
}
