using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Local.SignalR.Access;

/// <summary>The access key of the connection string: signs tokens and checks their signatures.</summary>
internal sealed class AccessKey(string text, TimeProvider time)
{
    private readonly SymmetricSecurityKey key = new(Encoding.UTF8.GetBytes(text));
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    /// <summary>Checks signature, lifetime and audience.</summary>
    public Task<TokenValidationResult> CheckAsync(string token, Func<string, bool> isAudience) =>
        handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256, SecurityAlgorithms.HmacSha512],
            ValidateIssuer = false,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
            AudienceValidator = (audiences, _, _) => audiences.Any(isAudience),
        });

    /// <summary>A token for a client, as the service itself makes them.</summary>
    public string Sign(string audience, string? userId, TimeSpan lifetime)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Subject = userId is null ? null : new ClaimsIdentity([new Claim("nameid", userId)]),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now && !(notBefore > now.AddMinutes(5));
    }
}
