using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Adapters.SignalR;

/// <summary>Tokens signed with the access key. Source: https://learn.microsoft.com/azure/azure-signalr/signalr-reference-data-plane-rest-api.</summary>
internal sealed class KeyTokens(SignalRAddress address, TimeProvider time) : IServiceTokens
{
    private static readonly TimeSpan OurLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BoardLifetime = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials signing = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(address.AccessKey)), SecurityAlgorithms.HmacSha256);

    /// <inheritdoc />
    public ValueTask<string> ForUsAsync(string url, CancellationToken cancellationToken) => ValueTask.FromResult(Of(url, OurLifetime, null));

    /// <inheritdoc />
    public ValueTask<string> ForBoardAsync(string userId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Of(address.Client, BoardLifetime, new([new Claim("nameid", userId)])));

    private string Of(string audience, TimeSpan lifetime, ClaimsIdentity? subject)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Subject = subject,
            SigningCredentials = signing,
        });
    }
}
