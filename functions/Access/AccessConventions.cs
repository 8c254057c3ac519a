namespace Alerting.Functions;

/// <summary>The decisions an endpoint can declare beside its route. The table of all stands in docs/security.md.</summary>
internal static class AccessConventions
{
    /// <summary>Only callers with one of the roles.</summary>
    public static RouteHandlerBuilder RequireAnyRole(this RouteHandlerBuilder function, params string[] roles) =>
        function.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(roles));

    /// <summary>Beyond the role, only who signed in strongly enough to decide; see <see cref="SignInOptions.ApprovalContext"/>.</summary>
    public static RouteHandlerBuilder RequireStrongSignIn(this RouteHandlerBuilder function) =>
        function.RequireAuthorization(policy => policy.AddRequirements(new StrongSignIn()));

    /// <summary>Everybody, without a token.</summary>
    public static RouteHandlerBuilder OpenToAll(this RouteHandlerBuilder function) => function.AllowAnonymous();
}
