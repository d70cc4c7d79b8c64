using System;
using System.Security.Cryptography;

public class Accounts
{
    public string Reset(string email)
    {
        var random = new Random();
        // ruleid: insecure-random-csharp
        var resetToken = email + random.Next(100000, 999999);
        return resetToken;
    }

    public int Otp()
    {
        // ruleid: insecure-random-csharp
        int otp = new Random().Next(1000, 9999);
        return otp;
    }

    public string Safe(string[] items)
    {
        var random = new Random();
        // ok: insecure-random-csharp
        var pick = items[random.Next(items.Length)];
        // ok: insecure-random-csharp
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        // ok: insecure-random-csharp
        int code = RandomNumberGenerator.GetInt32(1000000);
        return token + pick + code;
    }
}
