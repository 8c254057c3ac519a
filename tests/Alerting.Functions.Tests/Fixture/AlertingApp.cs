using System.Net.Http.Headers;
using Alerting.Adapters;
using Alerting.Bus;
using Alerting.Directory;
using Alerting.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Functions.Tests;

/// <summary>The whole function app in process, with stores in memory and nobody outside.</summary>
public sealed class AlertingApp : WebApplicationFactory<Program>
{
    public const string PublicAddress = "https://alerting.test";

    public const string TwilioToken = "12345";

    /// <summary>The clock of the app; tokens alone live in real time.</summary>
    public FakeTimeProvider Clock { get; } = new(Some.Now);

    public InMemoryBus Bus { get; } = new();

    public RecordingBoards Boards { get; } = new();

    public InMemoryDirectory Directory { get; } = new();

    public InMemoryRefusals Refusals { get; } = new();

    /// <summary>A caller without a token.</summary>
    public HttpClient Anybody() => CreateClient();

    /// <summary>A caller with a good token.</summary>
    /// <param name="role">His only role.</param>
    /// <param name="oid">Who he is; by default somebody named after the role.</param>
    public HttpClient CreateClient(string role, string? oid = null) => WithToken(TokenIssuer.Good(oid ?? $"{role}-1", role));

    /// <summary>A caller with any token.</summary>
    public HttpClient WithToken(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("SignIn:Authority", TokenIssuer.Authority);
        builder.UseSetting("SignIn:Audience", TokenIssuer.Audience);
        builder.UseSetting("Public:BaseUrl", PublicAddress);
        builder.UseSetting("Twilio:AccountSid", "AC" + new string('0', 32));
        builder.UseSetting("Twilio:AuthToken", TwilioToken);
        builder.UseSetting("Twilio:From", "NCTV");
        builder.UseSetting("Tables:ConnectionString", "UseDevelopmentStorage=true");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(Replace);
    }

    private void Replace(IServiceCollection services)
    {
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt => jwt.BackchannelHttpHandler = new TokenIssuer());
        services.AddSingleton<TimeProvider>(Clock);
        services.RemoveAll<IDependency>();
        services.Remove(services.Single(service => service.ImplementationType == typeof(PrepareTables)));
        services.AddSingleton<IDirectory>(Directory);
        services.AddSingleton<IRefusals>(Refusals);
    }
}
