using Alerting.Calls;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Calls;

public sealed class ConfirmationsTests
{
    private readonly InMemoryDeliveryStore store = new();
    private readonly FakeTimeProvider clock = new(Some.Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhoConfirmedIsKnownWhenThePictureIsNoLongerFresh()
    {
        var confirmations = new Confirmations(store, clock);
        var batch = await PlannedAsync(1);
        Assert.False(await AskAsync(confirmations, batch));

        await ConfirmAsync(batch);

        Assert.False(await AskAsync(confirmations, batch));
        clock.Advance(Confirmations.Freshness);
        Assert.True(await AskAsync(confirmations, batch));
    }

    [Fact]
    public async Task APictureIsAsOldAsTheQuestionAndNotAsTheAnswer()
    {
        var slow = new CrashingDeliveryStore(store) { Meanwhile = () => clock.Advance(Confirmations.Freshness) };
        var confirmations = new Confirmations(slow, clock);
        var batch = await PlannedAsync(1);
        Assert.False(await AskAsync(confirmations, batch));

        await ConfirmAsync(batch);

        Assert.True(await AskAsync(confirmations, batch));
    }

    [Fact]
    public async Task AlertsThatNobodyAsksAboutAnyMoreAreForgotten()
    {
        var confirmations = new Confirmations(store, clock);
        for (var number = 0; number < 40; number++)
            await AskAsync(confirmations, await PlannedAsync(number));

        clock.Advance(Confirmations.Freshness);
        await AskAsync(confirmations, await PlannedAsync(40));

        Assert.Equal(1, confirmations.Count);
    }

    private static Task<bool> AskAsync(Confirmations confirmations, DeliveryBatch batch) =>
        confirmations.IsConfirmedAsync(batch.Id, batch.Recipients[0].Address, Token);

    private async Task<DeliveryBatch> PlannedAsync(int number)
    {
        var batch = Some.Batch(channel: Channel.Sms, number: number);
        await store.TryPlanAsync(batch, Token);
        return batch;
    }

    private Task ConfirmAsync(DeliveryBatch batch) =>
        store.AddAcknowledgementsAsync(batch.Id, "a", [new(batch.Id, 0, Some.Now, "SM1")], Token);
}
