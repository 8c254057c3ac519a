using Alerting.Adapters;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Alerting.Functions;

/// <summary>Believes tokens of the sign-in service, and lets nobody pass where nothing else was decided.</summary>
internal static class SignIn
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    // A key that was withdrawn is believed no longer than this.
    private static readonly TimeSpan KeysKept = TimeSpan.FromHours(1);

    // A key that nobody knows makes us ask at once, but no more often than this, whoever sends it.
    private static readonly TimeSpan BetweenAsking = TimeSpan.FromMinutes(1);

    /// <summary>Adds authentication by token and the rule that an endpoint without a decision is closed to everybody.</summary>
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddCheckedOptions<SignInOptions>(SignInOptions.Section);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.RemoveKeysForCookies();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IOptions<SignInOptions>>(Believe).PostConfigure(ForgetOldKeys);
        builder.Services.AddSingleton<SignInDependency>();
        builder.Services.AddSingleton<IDependency>(provider => provider.GetRequiredService<SignInDependency>());
        builder.Services.AddSingleton<IAuthorizationHandler, StrongSignInCheck>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, StrongSignInChallenge>();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    // Authentication brings a store of keys for cookies, made and written at start. There are no cookies here.
    private static void RemoveKeysForCookies(this IServiceCollection services)
    {
        var preloads = services.Where(service => service.ImplementationType?.FullName == "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService").ToList();
        foreach (var preload in preloads)
            services.Remove(preload);
    }

    private static void Believe(JwtBearerOptions jwt, IOptions<SignInOptions> settings)
    {
        jwt.Authority = settings.Value.Authority;
        jwt.Audience = settings.Value.Audience;
        jwt.RequireHttpsMetadata = !new Uri(settings.Value.Authority).IsLoopback;
        jwt.MapInboundClaims = false;
        jwt.AutomaticRefreshInterval = KeysKept;
        jwt.RefreshInterval = BetweenAsking;
        jwt.TokenValidationParameters = new()
        {
            ClockSkew = ClockSkew,
            NameClaimType = Caller.ObjectIdClaim,
            RoleClaimType = Caller.RolesClaim,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            // Never a symmetric algorithm: the public key would do as its secret.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
        };
        jwt.Events = new() { OnTokenValidated = RequireObjectId };
    }

    // The library would go on believing the keys of an earlier answer for an hour, also those that were withdrawn.
    private static void ForgetOldKeys(JwtBearerOptions jwt)
    {
        if (jwt.ConfigurationManager is BaseConfigurationManager keys)
            keys.UseLastKnownGoodConfiguration = false;
    }

    // Two people are told apart by object id, so a token without one can decide nothing.
    private static Task RequireObjectId(TokenValidatedContext context)
    {
        if (string.IsNullOrEmpty(context.Principal?.FindFirst(Caller.ObjectIdClaim)?.Value))
            context.Fail("The token has no claim oid.");
        return Task.CompletedTask;
    }
}
