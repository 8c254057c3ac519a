using System.Net;
using Alerting.Adapters;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Functions.Tests.Upkeep;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EverythingUpIs200()
    {
        var health = await (await GetAsync(new Fake("tables"), new Fake("bus"))).JsonAsync();

        Assert.True(health.GetProperty("ok").GetBoolean());
        Assert.Equal(["bus up", "tables up"], States(health));
    }

    [Fact]
    public async Task OneDownIs503AndSaysWhichButNoSecret()
    {
        var health = await (await GetAsync(new Fake("tables"), new Fake("bus", "password=geheim"))).JsonAsync(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(["bus down", "tables up"], States(health));
        Assert.DoesNotContain("geheim", health.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACredentialThatIsNotTakenIsSaidAsSuchWithWhatToDo()
    {
        var health = await (await GetAsync(new Locked("tables", new(true, "Renew it.")), new Locked("bus", new(false, "Give it a role.")))).JsonAsync(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(
            ["bus down credential-refused Give it a role.", "tables down credential-expired Renew it."],
            health.GetProperty("dependencies").EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("state")} {one.GetProperty("problem")} {one.GetProperty("advice")}"));
    }

    [Fact]
    public async Task TheSignInServiceIsAskedForWhatTokensAreCheckedWith()
    {
        await using var app = new AlertingApp();
        await app.Services.GetRequiredService<SignInDependency>().CheckAsync(Token);

        await using var without = app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt => jwt.Authority = "https://nobody.test")));
        await Assert.ThrowsAnyAsync<Exception>(() => without.Services.GetRequiredService<SignInDependency>().CheckAsync(Token));
    }

    private static IEnumerable<string> States(System.Text.Json.JsonElement health) => health.GetProperty("dependencies").EnumerateArray()
        .Select(one => $"{one.GetProperty("name")} {one.GetProperty("state")}");

    private static async Task<HttpResponseMessage> GetAsync(params IDependency[] dependencies)
    {
        await using var app = new AlertingApp();
        await using var with = app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        {
            foreach (var dependency in dependencies)
                services.AddSingleton(dependency);
        }));
        return await with.CreateClient().GetAsync("/api/health", Token);
    }

    private sealed class Fake(string name, string? failure = null) : IDependency
    {
        public string Name => name;

        public Task CheckAsync(CancellationToken cancellationToken) =>
            failure is null ? Task.CompletedTask : throw new InvalidOperationException(failure);
    }

    private sealed class Locked(string name, CredentialFault fault) : IDependency
    {
        public string Name => name;

        public Task CheckAsync(CancellationToken cancellationToken) => throw new InvalidOperationException();

        public CredentialFault? FaultOf(Exception failure) => fault;
    }
}
