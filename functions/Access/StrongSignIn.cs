using Microsoft.AspNetCore.Authorization;

namespace Alerting.Functions;

/// <summary>Wants a sign-in in the authentication context of <see cref="SignInOptions.ApprovalContext"/>; any sign-in will do where none is set.</summary>
internal sealed class StrongSignIn : IAuthorizationRequirement
{
    /// <summary>The claim that lists the authentication contexts whose conditions a sign-in has met.</summary>
    public const string ContextsClaim = "acrs";

    /// <summary>Whether an endpoint declares it.</summary>
    public static bool IsWantedBy(IEnumerable<object> metadata) =>
        metadata.OfType<AuthorizationPolicy>().Any(policy => policy.Requirements.OfType<StrongSignIn>().Any());
}
