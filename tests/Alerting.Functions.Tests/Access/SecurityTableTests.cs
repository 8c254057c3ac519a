using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Functions.Tests.Access;

public sealed class SecurityTableTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Guarded => [.. SecurityTable.ByRole.Select(row => row.Line)];

    [Fact]
    public void TheTableSaysWhatTheAppDoes()
    {
        var app = shared.App.HttpFunctions().ToDictionary(route => route.Line(), route => Who(route.Metadata));

        Assert.Equal(app.OrderBy(row => row.Key, StringComparer.Ordinal), SecurityTable.Rows.OrderBy(row => row.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void EveryRouteHasADecision() => Assert.All(shared.App.Routes(), route => Assert.False(EndpointRoles.Undecided(route.Metadata), route.Line()));

    [Fact]
    public async Task WhatDeclaresNothingIsClosedToEverybody()
    {
        using var scope = shared.App.Services.CreateScope();
        var policy = await scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var everything = new ClaimsPrincipal(new ClaimsIdentity(Roles.All.Select(role => new Claim("roles", role)), "Bearer", "oid", "roles"));

        var result = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(everything, null, policy!);

        Assert.False(result.Succeeded);
    }

    [Fact]
    public void OnlyWhatTheHostCallsAndTheTableOpensIsAnonymous() =>
        Assert.All(shared.App.Routes().Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null), route =>
            Assert.True(
                route.Metadata.GetMetadata<TriggerFunction>() is not null
                || route.Metadata.GetMetadata<ReadinessProbe>() is not null
                || route.Metadata.GetMetadata<FileOfPage>() is not null
                || SecurityTable.Rows[route.Line()] is SecurityTable.Everybody or SecurityTable.Provider,
                route.Line()));

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task ARoleOfTheTableMayPassAndAnyOtherMayNot(string line)
    {
        var allowed = SecurityTable.ByRole.Single(row => row.Line == line).Roles;
        foreach (var role in Roles.All)
        {
            var status = await CallAsync(shared.App.CreateClient(role), line);

            if (allowed.Contains(role))
                Assert.True(status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)status < 500, $"{role}: {status}");
            else
                Assert.True(status == HttpStatusCode.Forbidden, $"{role}: {status}");
        }
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task WithoutAGoodTokenNobodyPasses(string line)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(shared.App.Anybody(), line));
        foreach (var bad in Enum.GetValues<BadToken>())
            Assert.True(await CallAsync(shared.App.WithToken(TokenIssuer.Bad(bad, "somebody-1", Roles.All)), line) == HttpStatusCode.Unauthorized, $"{bad}");
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task ATokenWithoutRolesOpensNothing(string line)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(shared.App.WithToken(TokenIssuer.Good("somebody-1")), line));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(shared.App.WithToken(TokenIssuer.Good("somebody-1", "proposer", "Admin")), line));
    }

    private static string Who(Microsoft.AspNetCore.Http.EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<SignedByProvider>() is not null)
            return SecurityTable.Provider;
        var roles = EndpointRoles.Of(metadata);
        return roles.Count == 0 ? SecurityTable.Everybody : string.Join(", ", roles);
    }

    // Of things that do not exist: whoever passes learns that, and changes nothing.
    private static async Task<HttpStatusCode> CallAsync(HttpClient client, string line)
    {
        var parts = line.Split(' ');
        using var request = new HttpRequestMessage(new(parts[0]), parts[1].Replace("{id}", "20190318-AAAAAA", StringComparison.Ordinal));
        if (parts[0] is "POST" or "PUT")
            request.Content = Requests.Content("{}", "application/json");
        return (await client.SendAsync(request, Token)).StatusCode;
    }
}
