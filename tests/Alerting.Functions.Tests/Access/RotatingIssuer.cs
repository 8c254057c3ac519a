using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Functions.Tests.Access;

/// <summary>A sign-in service that changes its signing keys, and counts how often it is asked for them.</summary>
internal sealed class RotatingIssuer : HttpMessageHandler
{
    private readonly List<RsaSecurityKey> published = [];
    private int asked;

    public RotatingIssuer() => Rotate();

    /// <summary>How often the keys were fetched.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>Signs with a new key from now on; the earlier ones stay published.</summary>
    public void Rotate()
    {
        lock (published)
            published.Insert(0, new(RSA.Create(2048)) { KeyId = $"key-{published.Count}" });
    }

    /// <summary>Takes every key but the newest out of what is published.</summary>
    public void WithdrawOldKeys()
    {
        lock (published)
            published.RemoveRange(1, published.Count - 1);
    }

    /// <summary>A token by the newest key.</summary>
    public string Token()
    {
        lock (published)
            return Sign(published[0]);
    }

    /// <summary>A token by a key that was never published.</summary>
    public static string ByStranger(string keyId, RSA key) => Sign(new(key) { KeyId = keyId });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(Answer(request.RequestUri!)) });

    private object Answer(Uri address)
    {
        if (!address.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal))
            return new { issuer = TokenIssuer.Authority, jwks_uri = TokenIssuer.Authority + "/keys" };
        Interlocked.Increment(ref asked);
        lock (published)
            return new { keys = published.Select(Describe).ToArray() };
    }

    private static object Describe(RsaSecurityKey key)
    {
        var numbers = key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }

    private static string Sign(RsaSecurityKey key) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = TokenIssuer.Authority,
        Audience = TokenIssuer.Audience,
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
        Claims = new Dictionary<string, object> { ["oid"] = "somebody-1", ["roles"] = Roles.All },
        SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
    });
}
