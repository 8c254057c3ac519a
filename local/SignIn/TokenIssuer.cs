using Alerting.Local.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Local.SignIn;

/// <summary>Writes tokens with the claims of Entra ID's v2.0 tokens.</summary>
internal sealed class TokenIssuer(Uri address, SigningKeys keys, TimeProvider clock)
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Issuer { get; } = new Uri(address, $"{Registration.Tenant}/v2.0").AbsoluteUri;

    public string Access(Person person, string client = Registration.PublicClient) =>
        Access(person, new TokenRequest(person.Id), client);

    public string Access(Person person, TokenRequest wish, string client = Registration.PublicClient)
    {
        var claims = Of(person);
        claims["azp"] = client;
        claims["scp"] = Registration.Scope;
        claims["roles"] = wish.Roles ?? [person.Role];
        claims["amr"] = wish.AuthenticationMethods ?? ["pwd", "mfa"];
        claims["acrs"] = wish.AuthenticationContexts ?? [Registration.ApprovalContext];
        return Sign(claims, wish);
    }

    /// <summary>For a script: no person, so neither name nor scope.</summary>
    public string ForScript()
    {
        var claims = Common(Registration.ScriptObjectId);
        claims["sub"] = Registration.ScriptObjectId.ToString();
        claims["azp"] = Registration.ScriptClient;
        claims["azpacr"] = "1";
        claims["idtyp"] = "app";
        claims["roles"] = Registration.ScriptRoles;
        return Sign(claims, new TokenRequest(null));
    }

    /// <summary>For the app itself, to show to a service in Azure: a v1.0 token, with the resource as audience.</summary>
    public string ForIdentity(string resource, IdentityWish wish)
    {
        var objectId = wish.ObjectId ?? AppIdentity.ObjectId;
        var claims = Common(new(objectId));
        claims["sub"] = objectId;
        claims["appid"] = AppIdentity.ClientId;
        claims["appidacr"] = "2";
        claims["idtyp"] = "app";
        claims["ver"] = "1.0";
        var expires = wish.ExpiresInSeconds ?? (int)AppIdentity.TokenLifetime.TotalSeconds;
        return Sign(claims, new TokenRequest(
            null, wish.Audience ?? resource, AppIdentity.Issuer, expires, Math.Min(0, expires - 60), ForgedSignature: wish.ForgedSignature));
    }

    /// <summary>Tells the page that asked who signed in.</summary>
    public string Identity(Person person, string client, string? nonce)
    {
        var claims = Of(person);
        claims["roles"] = new[] { person.Role };
        if (nonce is not null)
            claims["nonce"] = nonce;
        return Sign(claims, new TokenRequest(person.Id, Audience: client));
    }

    private static Dictionary<string, object> Of(Person person)
    {
        var claims = Common(person.ObjectId);
        // A subject is pairwise: another value than the object id, and not to be compared with it.
        claims["sub"] = Base64UrlEncoder.Encode($"alerting:{person.Id}");
        claims["name"] = person.Name;
        claims["preferred_username"] = person.UserName;
        return claims;
    }

    private static Dictionary<string, object> Common(Guid objectId) => new()
    {
        ["oid"] = objectId.ToString(),
        ["tid"] = Registration.Tenant,
        ["ver"] = "2.0",
        ["uti"] = Guid.NewGuid().ToString("N"),
    };

    private string Sign(Dictionary<string, object> claims, TokenRequest wish)
    {
        var now = clock.GetUtcNow();
        var expires = now.AddSeconds(wish.ExpiresInSeconds ?? Registration.TokenLifetime.TotalSeconds);
        var notBefore = now.AddSeconds(wish.NotBeforeInSeconds ?? 0);
        claims["iss"] = wish.Issuer ?? Issuer;
        claims["aud"] = wish.Audience ?? Registration.Audience;
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["nbf"] = notBefore.ToUnixTimeSeconds();
        claims["exp"] = expires.ToUnixTimeSeconds();
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = wish.ForgedSignature ? keys.Forged() : keys.Current,
        });
    }
}
