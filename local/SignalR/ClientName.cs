using System.Security.Claims;

namespace Alerting.Local.SignalR;

/// <summary>What a client's token and address say about it.</summary>
internal static class ClientName
{
    /// <summary>Hub names are not case-sensitive.</summary>
    public static string Hub(string name) => name.ToLowerInvariant();

    /// <summary>The SDK's own claim for the user id comes before the general one.</summary>
    public static string? UserId(ClaimsPrincipal? user) =>
        user?.FindFirst("asrs.s.uid")?.Value ?? user?.FindFirst("nameid")?.Value;
}
