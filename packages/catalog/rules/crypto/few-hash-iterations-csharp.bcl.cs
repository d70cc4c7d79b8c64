using System.Security.Cryptography;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;

public class Passwords
{
    public byte[] Derive(string password, byte[] salt)
    {
        // ruleid: few-hash-iterations-csharp
        using var kdf = new Rfc2898DeriveBytes(password, salt, 1000);
        return kdf.GetBytes(32);
    }

    public byte[] Named(string password, byte[] salt)
    {
        // ruleid: few-hash-iterations-csharp
        return KeyDerivation.Pbkdf2(password: password, salt: salt, prf: KeyDerivationPrf.HMACSHA256, iterationCount: 10000, numBytesRequested: 32);
    }

    public byte[] Safe(string password, byte[] salt, int count)
    {
        // ok: few-hash-iterations-csharp
        using var kdf = new Rfc2898DeriveBytes(password, salt, count, HashAlgorithmName.SHA256);
        // ok: few-hash-iterations-csharp
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
    }
}
