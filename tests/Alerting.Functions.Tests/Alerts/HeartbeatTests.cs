using Alerting.Alerts;
using Alerting.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Functions.Tests.Alerts;

public sealed class HeartbeatTests
{
    private readonly Counting heartbeat = new();

    [Fact]
    public async Task EveryAuditThatGoesThroughIsHeardOutside()
    {
        await using var app = new AlertingApp();

        await (await PostAsync(app)).JsonAsync();

        Assert.Equal(1, heartbeat.Beats);
    }

    [Fact]
    public async Task AnAuditThatFailsIsSilent()
    {
        await using var app = new AlertingApp();
        await app.Directory.PutAsync([Some.Body()], TestContext.Current.CancellationToken);
        await app.DeclareAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        app.Bus.GoDown();

        var answer = await PostAsync(app);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(0, heartbeat.Beats);
    }

    [Fact]
    public async Task AWatchThatDoesNotHearIsNoFailureOfTheAudit()
    {
        heartbeat.Answer = "timeout";
        await using var app = new AlertingApp();

        await (await PostAsync(app)).JsonAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(AlertingApp app)
    {
        await using var with = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IHeartbeat>(heartbeat)));
        return await with.CreateClient().PostAsync(
            "/AuditAlerts", new StringContent(HostEnvelopes.Timer, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
    }

    private sealed class Counting : IHeartbeat
    {
        public int Beats { get; private set; }

        public string? Answer { get; set; }

        public Task<string?> BeatAsync(CancellationToken cancellationToken)
        {
            Beats++;
            return Task.FromResult(Answer);
        }
    }
}
