namespace Alerting.Functions;

/// <summary>The two decisions an endpoint can declare beside its route. The table of all stands in docs/security.md.</summary>
internal static class AccessConventions
{
    /// <summary>Only callers with one of the roles.</summary>
    public static RouteHandlerBuilder RequireAnyRole(this RouteHandlerBuilder function, params string[] roles) =>
        function.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(roles));

    /// <summary>Everybody, without a token.</summary>
    public static RouteHandlerBuilder OpenToAll(this RouteHandlerBuilder function) => function.AllowAnonymous();
}
