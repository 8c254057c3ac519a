using Alerting.Bus;
using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Alerting.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Functions.Tests.Alerts;

/// <summary>What is shown of an alert comes from the counts beside its batches, however many rows these have.</summary>
public sealed class SummaryTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();
    private readonly WebApplicationFactory<Program> withoutRows;

    public SummaryTests() => withoutRows = app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        services.AddSingleton<IDeliveryStore>(new SummariesOnly(app.Deliveries))));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAlertIsShownWithoutReadingARowOfItsBatches()
    {
        await app.Directory.PutAsync([Some.Body(), Some.Body() with { Place = "GM0310", Tier = 2 }], Token);
        var id = await app.DeclareAsync();
        await SendAsync();
        var client = withoutRows.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TokenIssuer.Good("auditor-1", Roles.Auditor));

        var alert = await (await client.GetAsync($"/api/alerts/{id}", Token)).JsonAsync();

        Assert.True(alert.GetProperty("isPlanned").GetBoolean());
        foreach (var channel in new[] { "sms", "email" })
        {
            var counts = alert.GetProperty("channels").GetProperty(channel);
            Assert.Equal((2, 2, 0), (counts.GetProperty("planned").GetInt32(), counts.GetProperty("sent").GetInt32(), counts.GetProperty("open").GetInt32()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await withoutRows.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task SendAsync()
    {
        await (await app.PostTriggerAsync("PlanAlert", HostEnvelopes.Of(app.Bus.Sent(Entities.Declarations).First(message => message.Subject == "approved")))).JsonAsync();
        foreach (var (function, queue) in new[] { ("DeliverSms", Entities.Sms), ("DeliverEmail", Entities.Email) })
            foreach (var message in app.Bus.Sent(queue))
                await (await app.PostTriggerAsync(function, HostEnvelopes.Of(message))).JsonAsync();
    }

    private sealed class SummariesOnly(InMemoryDeliveryStore inner) : IDeliveryStore
    {
        public Task<AlertPlan?> FindAlertPlanAsync(DeclarationId alert, CancellationToken cancellationToken) => inner.FindAlertPlanAsync(alert, cancellationToken);

        public Task<IReadOnlyList<BatchProgress>> ReadProgressAsync(DeclarationId alert, CancellationToken cancellationToken) => inner.ReadProgressAsync(alert, cancellationToken);

        public Task<IReadOnlyList<CallLook>> ReadLooksAsync(DeclarationId alert, CancellationToken cancellationToken) => inner.ReadLooksAsync(alert, cancellationToken);

        public Task<BatchRecord?> ReadAsync(BatchId id, CancellationToken cancellationToken) => throw Asked();

        public IAsyncEnumerable<DeliveryBatch> ReadPlansAsync(DeclarationId alert, CancellationToken cancellationToken) => throw Asked();

        public IAsyncEnumerable<BatchId> ReadPlannedAsync(DeclarationId alert, CancellationToken cancellationToken) => throw Asked();

        public Task<DeliveryBatch?> FindPlanAsync(BatchId id, CancellationToken cancellationToken) => throw Asked();

        public Task<bool> TryPlanAsync(DeliveryBatch batch, CancellationToken cancellationToken) => throw Asked();

        public Task FinishPlanAsync(AlertPlan plan, CancellationToken cancellationToken) => throw Asked();

        public Task<bool> TryClaimAsync(Claim claim, CancellationToken cancellationToken) => throw Asked();

        public Task AddOutcomesAsync(OutcomeChunk chunk, CancellationToken cancellationToken) => throw Asked();

        public Task AddReceiptsAsync(BatchId batch, string rowName, IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken) => throw Asked();

        public Task AddAcknowledgementsAsync(
            BatchId batch, string rowName, IReadOnlyList<Acknowledgement> acknowledgements, CancellationToken cancellationToken) => throw Asked();

        public Task KeepProgressAsync(BatchProgress progress, CancellationToken cancellationToken) => throw Asked();

        public Task KeepLookAsync(CallLook look, CancellationToken cancellationToken) => throw Asked();

        private static InvalidOperationException Asked() => new("Only the counts may be read.");
    }
}
