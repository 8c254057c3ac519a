using System.Net;
using System.Net.Http.Headers;
using Alerting.Local.SignIn;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.Tests.SignIn;

/// <summary>An API that trusts the issuer by Microsoft's own handler, as the function app does. For proposers.</summary>
internal sealed class GuardedApi : IAsyncDisposable
{
    private readonly WebApplication app;

    private GuardedApi(WebApplication app) => this.app = app;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<GuardedApi> StartAsync(string authority)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.Authority = authority;
            jwt.Audience = Registration.Audience;
            jwt.RequireHttpsMetadata = false;
            jwt.MapInboundClaims = false;
            jwt.TokenValidationParameters.RoleClaimType = "roles";
            jwt.TokenValidationParameters.NameClaimType = "name";
            jwt.TokenValidationParameters.ClockSkew = TimeSpan.Zero;
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", [Authorize(Roles = "Proposer")] (HttpContext context) => context.User.Identity!.Name);
        await app.StartAsync(Cancellation);
        return new GuardedApi(app);
    }

    public async Task<(HttpStatusCode Status, string Body)> AskAsync(string token)
    {
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync("/", Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
