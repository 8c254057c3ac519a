using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Local.SignIn;

/// <summary>Codes that wait to be turned into tokens: once, and not for long.</summary>
internal sealed class AuthorizationCodes(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (AuthorizationRequest Request, Person Person, DateTimeOffset Until)> codes = new();

    public string Give(AuthorizationRequest request, Person person)
    {
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        codes[code] = (request, person, clock.GetUtcNow() + Registration.CodeLifetime);
        return code;
    }

    public (AuthorizationRequest Request, Person Person)? Take(string? code) =>
        code is not null && codes.TryRemove(code, out var found) && found.Until > clock.GetUtcNow() ? (found.Request, found.Person) : null;
}
