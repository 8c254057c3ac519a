using System.Security.Claims;

namespace Alerting.Local.SignalR.Access;

/// <summary>One way to prove who one is.</summary>
internal interface ITokenCheck
{
    /// <summary>Who presented the token; or why it is not good.</summary>
    Task<(ClaimsIdentity? Identity, string? Error)> CheckAsync(string token, HttpRequest request);
}
