using Alerting.Delivery.Batches;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Receipts;

namespace Alerting.Tests.Delivery.Receipts;

/// <summary>What reports tell of the provider that carried the messages.</summary>
public sealed class ReceiptTimingTests
{
    private static readonly ProviderOptions Options = new();
    private static readonly TimeSpan Slow = Options.SlowDelivery + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task ReportsThatMessagesArrivedLateMakeTheirProviderSlowAndMoveWeightToTheOtherThatIsWell()
    {
        var (scene, providers, state) = await SentAsync(2 * Options.LeastSlow);

        await ReportAsync(scene, providers, state, provider => provider == "one" ? Slow : TimeSpan.FromSeconds(2));
        await providers.ReviewAsync(DeliveryScene.Token);

        Assert.Equal([ShiftReason.Slow, null], providers.Stands.Select(stand => stand.Health.Trouble(Options)));
        var shift = Assert.Single(await scene.Shifts.ReadLatestAsync(10, DeliveryScene.Token));
        Assert.Equal(("one", "two", ShiftReason.Slow, Options.Step), (shift.From, shift.To, shift.Reason, shift.Points));
        Assert.Equal((Options.LeastSlow, Options.LeastSlow), (shift.Health!.Deliveries, shift.Health.SlowDeliveries));
    }

    [Fact]
    public async Task OneReportFewerIsNoTroubleYet()
    {
        var (scene, providers, state) = await SentAsync(2 * (Options.LeastSlow - 1));

        await ReportAsync(scene, providers, state, provider => provider == "one" ? Slow : TimeSpan.FromSeconds(2));
        await providers.ReviewAsync(DeliveryScene.Token);

        Assert.Equal((Options.LeastSlow - 1, null), (providers.Stands[0].Health.SlowDeliveries, providers.Stands[0].Health.Trouble(Options)));
        Assert.Empty(await scene.Shifts.ReadLatestAsync(10, DeliveryScene.Token));
    }

    [Fact]
    public async Task AMessageThatTookAsLongAsItMayIsNotSlow()
    {
        var (scene, providers, state) = await SentAsync(2 * Options.LeastSlow);

        await ReportAsync(scene, providers, state, _ => Options.SlowDelivery);

        Assert.All(providers.Stands, stand => Assert.Equal((Options.LeastSlow, 0), (stand.Health.Deliveries, stand.Health.SlowDeliveries)));
    }

    [Theory]
    [InlineData(ReceiptKind.Failed, null)]
    [InlineData(ReceiptKind.Underway, null)]
    [InlineData(ReceiptKind.Delivered, "SM-of-another-message")]
    public async Task OnlyTheArrivalOfTheMessageItselfIsTimed(ReceiptKind kind, string? otherId)
    {
        var (scene, providers, state) = await SentAsync(2 * Options.LeastSlow);

        await ReportAsync(scene, providers, state, _ => Slow, kind, otherId);

        Assert.All(providers.Stands, stand => Assert.Equal(0, stand.Health.Deliveries));
    }

    private static async Task<(DeliveryScene Scene, SmsProviders Providers, BatchState State)> SentAsync(int messages)
    {
        var scene = await DeliveryScene.PlannedAsync(messages, sharesTheLoad: true);
        await scene.DeliverAsync();
        var state = await scene.StateAsync();
        Assert.Equal(messages / 2, scene.Provider.Taken.Count);
        scene.Clock.Advance(Slow);
        return (scene, scene.Providers(), state);
    }

    private static Task ReportAsync(
        DeliveryScene scene, SmsProviders providers, BatchState state, Func<string, TimeSpan> took, ReceiptKind kind = ReceiptKind.Delivered, string? otherId = null)
    {
        var sent = Enumerable.Range(0, state.Deliveries.Count).Select(index => state.OutcomeOf(index)!);
        return new ReceiptBook(scene.Store, scene.Book, providers).RecordAsync(
            [.. sent.Select(outcome => new Receipt(scene.Batch.Id, outcome.Index, kind, outcome.At + took(outcome.Provider!), otherId ?? outcome.ProviderId!))],
            DeliveryScene.Token);
    }
}
