using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Functions.Tests;

/// <summary>A sign-in service with one key: issues tokens, and answers the two requests of whoever checks them.</summary>
internal sealed class TokenIssuer : HttpMessageHandler
{
    public const string Authority = "https://sign-in.test";
    public const string Audience = "api://alerting";

    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "key-1" };

    // Somebody else's, under the same name.
    private static readonly RsaSecurityKey OtherKey = new(RSA.Create(2048)) { KeyId = "key-1" };

    /// <summary>A token that is right in every way.</summary>
    public static string Good(string oid, params string[] roles) => Issue(oid, roles);

    /// <summary>A token of a sign-in that met these authentication contexts.</summary>
    public static string InContexts(string[] contexts, string oid, params string[] roles) => Issue(oid, roles, contexts: contexts);

    /// <summary>A token with one thing wrong.</summary>
    public static string Bad(BadToken bad, string oid, params string[] roles) => bad switch
    {
        BadToken.Expired => Issue(oid, roles, age: TimeSpan.FromHours(2)),
        BadToken.NotYetValid => Issue(oid, roles, age: TimeSpan.FromHours(-2)),
        BadToken.WrongIssuer => Issue(oid, roles, issuer: "https://other.test"),
        BadToken.WrongAudience => Issue(oid, roles, audience: "api://other"),
        BadToken.OtherKey => Issue(oid, roles, key: OtherKey),
        BadToken.Tampered => Tamper(Issue(oid, ["Auditor"]), roles),
        BadToken.AlgorithmNone => WithoutSignature(Issue(oid, roles)),
        BadToken.PublicKeyAsSecret => Issue(oid, roles, key: new SymmetricSecurityKey(Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "key-1" }),
        BadToken.NoObjectId => Issue(null, roles),
        _ => "not.a.token",
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(Answer(request.RequestUri!)) });

    private static object Answer(Uri address) => address.AbsoluteUri switch
    {
        Authority + "/.well-known/openid-configuration" => new { issuer = Authority, jwks_uri = Authority + "/keys", authorization_endpoint = Authority + "/authorize" },
        Authority + "/keys" => new { keys = new[] { PublicKey() } },
        _ => throw new InvalidOperationException($"Nobody answers at {address}."),
    };

    private static object PublicKey()
    {
        var key = Key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = Key.KeyId, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) };
    }

    private static string Issue(
        string? oid, string[] roles, TimeSpan age = default, string issuer = Authority, string audience = Audience, SecurityKey? key = null, string[]? contexts = null)
    {
        var issued = TimeProvider.System.GetUtcNow().UtcDateTime - age;
        var claims = new Dictionary<string, object> { ["roles"] = roles, ["sub"] = "pairwise-" + oid };
        if (oid is not null)
            claims["oid"] = oid;
        if (contexts is not null)
            claims["acrs"] = contexts;
        key ??= Key;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = issued,
            NotBefore = issued,
            Expires = issued.AddHours(1),
            Claims = claims,
            SigningCredentials = new(key, key is SymmetricSecurityKey ? SecurityAlgorithms.HmacSha256 : SecurityAlgorithms.RsaSha256),
        });
    }

    private static string Tamper(string token, string[] roles)
    {
        var parts = token.Split('.');
        var wished = string.Join(',', roles.Select(role => $"\"{role}\""));
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("\"Auditor\"", wished, StringComparison.Ordinal));
        return string.Join('.', parts);
    }

    private static string WithoutSignature(string token) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}.";
}
