using System.Security.Claims;

namespace Alerting.Functions;

/// <summary>Who sent the request, as the token says.</summary>
/// <param name="Id">Object id of the person or system; no name.</param>
internal sealed record Caller(string Id)
{
    public const string ObjectIdClaim = "oid";
    public const string RolesClaim = "roles";

    /// <summary>Lets a function take the caller as a parameter.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    private static Caller Of(ClaimsPrincipal user) =>
        new(user.FindFirstValue(ObjectIdClaim) ?? throw new InvalidOperationException("A function that wants the caller must be open to roles only."));
}
