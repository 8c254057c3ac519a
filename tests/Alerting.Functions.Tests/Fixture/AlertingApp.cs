using System.Net.Http.Headers;
using System.Text;
using Alerting.Adapters;
using Alerting.Boards;
using Alerting.Bus;
using Alerting.DeadLetters;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Directory;
using Alerting.Local.Tests.Functions;
using Alerting.Outbox;
using Alerting.Paths;
using Alerting.Readiness;
using Alerting.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Alerting.Functions.Tests;

/// <summary>The whole function app in process, with stores in memory and nobody outside.</summary>
public sealed class AlertingApp : WebApplicationFactory<Program>
{
    public AlertingApp()
    {
        Declarations = new(Clock);
        Sms = new(Clock);
        Voice = new(Clock);
    }

    /// <summary>The clock of the app; tokens alone live in real time.</summary>
    public AwaitedClock Clock { get; } = new(Some.Now);

    public InMemoryDeclarationStore Declarations { get; }

    public InMemoryDirectory Directory { get; } = new();

    public InMemoryDeliveryStore Deliveries { get; } = new();

    public InMemoryRefusals Refusals { get; } = new();

    public InMemoryLetterBook Letters { get; } = new();

    public InMemoryAddressWords Addresses { get; } = new();

    public InMemoryShifts Shifts { get; } = new();

    public InMemoryPathBook Paths { get; } = new();

    public InMemoryBus Bus { get; } = new();

    public RecordingBoards Boards { get; } = new();

    public RecordingSmsProvider Sms { get; }

    public RecordingVoiceProvider Voice { get; }

    public RecordingEmailProvider Email { get; } = new();

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

    /// <summary>Starts a function as the host does.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="envelope">What the host posts; see <see cref="HostEnvelopes"/>.</param>
    public Task<HttpResponseMessage> PostTriggerAsync(string function, string envelope) =>
        CreateClient().PostAsync($"/{function}", new StringContent(envelope, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in TestSettings.All)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.None));
        builder.ConfigureTestServices(Replace);
    }

    private void Replace(IServiceCollection services)
    {
        services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt => jwt.BackchannelHttpHandler = new TokenIssuer());
        services.Remove(services.Single(service => service.ImplementationType == typeof(PrepareTables)));
        services.RemoveAll<IDependency>();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IDeclarationStore>(Declarations);
        services.AddSingleton<IOutbox>(Declarations);
        services.AddSingleton<IDirectory>(Directory);
        services.AddSingleton<IDeliveryStore>(Deliveries);
        services.AddSingleton<IRefusals>(Refusals);
        services.AddSingleton<ILetterBook>(Letters);
        services.AddSingleton<IAddressWords>(Addresses);
        services.AddSingleton<IPathBook>(Paths);
        services.AddSingleton<IBus>(Bus);
        services.AddSingleton<IBoards>(Boards);
        services.AddSingleton<IShiftStore>(Shifts);
        services.RemoveAll<ISmsProvider>();
        services.AddSingleton<ISmsProvider>(Sms);
        services.RemoveAll<IVoiceProvider>();
        services.AddSingleton<IVoiceProvider>(Voice);
        services.AddSingleton<IEmailProvider>(Email);
    }
}
