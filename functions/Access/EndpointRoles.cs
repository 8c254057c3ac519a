using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Alerting.Functions;

/// <summary>Reads back the decision that stands beside a route.</summary>
internal static class EndpointRoles
{
    /// <summary>The roles of which a caller needs one; none when the endpoint is open or undecided.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<object> metadata) =>
    [
        .. metadata.OfType<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements.OfType<RolesAuthorizationRequirement>())
            .SelectMany(requirement => requirement.AllowedRoles)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>True when nobody decided who may call: then nobody may.</summary>
    public static bool Undecided(IEnumerable<object> metadata) => !metadata.Any(item => item is AuthorizationPolicy or IAllowAnonymous);
}
