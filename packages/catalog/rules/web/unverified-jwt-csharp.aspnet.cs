using Microsoft.IdentityModel.Tokens;

public class Tokens
{
    public TokenValidationParameters Lenient(SecurityKey key)
    {
        return new TokenValidationParameters
        {
            IssuerSigningKey = key,
            // ruleid: unverified-jwt-csharp
            ValidateLifetime = false,
            // ruleid: unverified-jwt-csharp
            RequireSignedTokens = false,
        };
    }

    public TokenValidationParameters Safe(SecurityKey key, bool check)
    {
        // ok: unverified-jwt-csharp
        var settings = new Settings { ValidateLifetime = false };
        return new TokenValidationParameters
        {
            IssuerSigningKey = key,
            // ok: unverified-jwt-csharp
            ValidateLifetime = true,
            // ok: unverified-jwt-csharp
            ValidateAudience = check,
        };
    }
}
