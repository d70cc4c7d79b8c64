using System.Security.Cryptography;
using System.Text;

public class Vault
{
    public ICryptoTransform Encrypt(byte[] key)
    {
        using var aes = Aes.Create();
        // ruleid: static-iv-csharp
        aes.IV = Encoding.UTF8.GetBytes("0123456789abcdef");
        return aes.CreateEncryptor(key, aes.IV);
    }

    public ICryptoTransform Zero(Aes aes, byte[] key)
    {
        // ruleid: static-iv-csharp
        return aes.CreateEncryptor(key, new byte[16]);
    }

    public ICryptoTransform Safe(Aes aes, byte[] key, byte[] stored)
    {
        // ok: static-iv-csharp
        aes.IV = stored;
        aes.GenerateIV();
        // ok: static-iv-csharp
        aes.CreateDecryptor(key, Encoding.UTF8.GetBytes("0123456789abcdef"));
        // ok: static-iv-csharp
        return aes.CreateEncryptor(key, aes.IV);
    }
}
