using System.Net;
using Microsoft.Data.SqlClient;

public class Database
{
    public SqlConnection Open()
    {
        // ruleid: hard-coded-login-csharp
        return new SqlConnection("Server=db;Database=shop;User Id=shop;Password=s3cr3t-orders");
    }

    public NetworkCredential Mail()
    {
        // ruleid: hard-coded-login-csharp
        return new NetworkCredential("shop", "s3cr3t-mail");
    }

    public SqlConnection Safe(IConfiguration configuration, string password)
    {
        // ok: hard-coded-login-csharp
        new NetworkCredential("shop", password);
        // ok: hard-coded-login-csharp
        new SqlConnection("Server=db;Database=shop;Integrated Security=true");
        // ok: hard-coded-login-csharp
        return new SqlConnection(configuration.GetConnectionString("Shop"));
    }
}
