using System.Security.Cryptography;
using System.Text;

public class Checks
{
    public string Sign(string text)
    {
        // ruleid: weak-hash-csharp
        using var md5 = MD5.Create();
        return Convert.ToHexString(md5.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    // ruleid: weak-hash-csharp
    public byte[] Short(byte[] data) => SHA1.HashData(data);

    // ruleid: weak-hash-csharp
    public HashAlgorithm Legacy() => new SHA1Managed();

    public byte[] Safe(byte[] data, HashAlgorithm chosen)
    {
        // ok: weak-hash-csharp
        using var sha = SHA256.Create();
        // ok: weak-hash-csharp
        chosen.ComputeHash(data);
        // ok: weak-hash-csharp
        return SHA512.HashData(data);
    }
}
