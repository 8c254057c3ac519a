using Alerting.Alerts;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Testing;

namespace Alerting.Tests.Alerts;

public sealed class UntoldReadingTests
{
    private readonly InMemoryDeliveryStore store = new();
    private readonly DeclarationId alert = DeclarationId.New(Some.Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhereEverybodyIsToldTheCountsAreEnough()
    {
        await ToldAsync(await PlanAsync(Channel.Sms, 0, "a"));
        await ToldAsync(await PlanAsync(Channel.Email, 0, "a"));
        await FinishAsync(2);

        var reading = await ReadAsync();

        Assert.True(reading.IsPlanned);
        Assert.Empty(reading.Contacts);
        Assert.Equal((0, 0), (store.PlanReads, store.RowReads.Count));
    }

    [Fact]
    public async Task OnlyBatchesWithAnUntoldContactAreRead()
    {
        var failed = await PlanAsync(Channel.Sms, 0, "a", "b");
        await OutcomesAsync(failed, new(0, OutcomeKind.Rejected, Some.Now, Code: "21211"), new(1, OutcomeKind.Sent, Some.Now, "SM1"));
        await ToldAsync(await PlanAsync(Channel.Sms, 1, "c"));
        await ToldAsync(await PlanAsync(Channel.Email, 0, "b", "c"));
        var also = await PlanAsync(Channel.Email, 1, "a");
        await ToldAsync(also);
        await FinishAsync(4);

        var untold = Assert.Single((await ReadAsync()).Contacts);

        Assert.Equal("a", untold.BodyId);
        Assert.Equal([Channel.Email], untold.ToldBy);
        Assert.Equal([failed.Id, also.Id], store.RowReads);
    }

    [Fact]
    public async Task ABatchThatNobodyHasBegunIsOpen()
    {
        await ToldAsync(await PlanAsync(Channel.Sms, 0, "a"));
        await PlanAsync(Channel.Email, 0, "a", "b");
        await FinishAsync(2);

        var untold = (await ReadAsync()).Contacts;

        Assert.Equal([("b", UntoldState.Open, 0), ("a", UntoldState.Open, 1)], untold.Select(one => (one.BodyId, one.State, one.ToldBy.Count)));
    }

    [Fact]
    public async Task ARoundOfCallsIsNoPartOfThePlan()
    {
        var texts = await PlanAsync(Channel.Sms, 0, "a");
        await ToldAsync(texts);
        var calls = texts with { Id = texts.Id.Calls(1) };
        await store.TryPlanAsync(calls, Token);
        await ToldAsync(calls);
        await PlanAsync(Channel.Email, 0, "a");
        await FinishAsync(2);

        Assert.Equal([Channel.Sms, Channel.Voice], Assert.Single((await ReadAsync()).Contacts).ToldBy);
    }

    [Fact]
    public async Task WhileTheAudienceIsBeingPlannedMoreMayCome()
    {
        await ToldAsync(await PlanAsync(Channel.Sms, 0, "a"));
        await PlanAsync(Channel.Sms, 1, "b");

        var reading = await ReadAsync();

        Assert.False(reading.IsPlanned);
        Assert.Equal("b", Assert.Single(reading.Contacts).BodyId);
    }

    private Task<UntoldReading> ReadAsync() => UntoldReading.ReadAsync(alert, store, Token);

    private async Task<DeliveryBatch> PlanAsync(Channel channel, int number, params string[] bodies)
    {
        var batch = new DeliveryBatch(BatchId.Of(alert, channel, 1, number), [.. bodies.Select(body => Some.Recipient(channel) with { BodyId = body })], Some.Now);
        await store.TryPlanAsync(batch, Token);
        return batch;
    }

    private Task FinishAsync(int batches) => store.FinishPlanAsync(new(alert, Some.Now, batches, 0, 0, "v1"), Token);

    private Task ToldAsync(DeliveryBatch batch) => OutcomesAsync(batch, [.. batch.Recipients.Select((_, index) => new Outcome(index, OutcomeKind.Sent, Some.Now, $"SM{index}"))]);

    private async Task OutcomesAsync(DeliveryBatch batch, params Outcome[] outcomes)
    {
        var claim = new Claim(batch.Id, 1, Some.Now, Some.Now.AddMinutes(2));
        var chunk = new OutcomeChunk(batch.Id, 1, 0, outcomes);
        await store.TryClaimAsync(claim, Token);
        await store.AddOutcomesAsync(chunk, Token);
        await store.KeepProgressAsync(BatchState.Of(new(batch, [claim], [chunk], [], [])).Progress(), Token);
    }
}
