using System.Security.Cryptography;

public class Keys
{
    // ruleid: short-key-csharp
    public RSA Pair() => RSA.Create(1024);

    public RSA Legacy()
    {
        // ruleid: short-key-csharp
        return new RSACryptoServiceProvider(512);
    }

    public RSA Safe(int bits)
    {
        // ok: short-key-csharp
        RSA.Create(bits);
        // ok: short-key-csharp
        RSA.Create();
        // ok: short-key-csharp
        return RSA.Create(3072);
    }
}
