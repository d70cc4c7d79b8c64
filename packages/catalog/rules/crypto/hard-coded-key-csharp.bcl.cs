using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

public class Keys
{
    private const string Key = "our-signing-key-of-32-characters";

    public SecurityKey Token()
    {
        // ruleid: hard-coded-key-csharp
        return new SymmetricSecurityKey(Encoding.UTF8.GetBytes("our-signing-key-of-32-characters"));
    }

    public void Cipher(Aes aes)
    {
        // ruleid: hard-coded-key-csharp
        aes.Key = Encoding.ASCII.GetBytes("ThisIsOurKey1234");
    }

    public HMAC Safe(Aes aes, IConfiguration configuration, byte[] key)
    {
        // ok: hard-coded-key-csharp
        aes.Key = key;
        // ok: hard-coded-key-csharp
        new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]));
        // ok: hard-coded-key-csharp
        return new HMACSHA256(key);
    }
}
