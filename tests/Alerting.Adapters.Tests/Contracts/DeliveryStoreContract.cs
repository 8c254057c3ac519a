using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Contracts;

/// <summary>What every store of deliveries keeps to.</summary>
public abstract class DeliveryStoreContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IDeliveryStore> CreateAsync();

    [Fact]
    public async Task TheFirstPlanOfABatchStands()
    {
        var store = await CreateAsync();
        var batch = Some.Batch(DeliveryBatch.MaxSize);

        Assert.True(await store.TryPlanAsync(batch, Token));
        Assert.False(await store.TryPlanAsync(Some.Batch() with { Id = batch.Id }, Token));

        AssertSame(batch, await store.FindPlanAsync(batch.Id, Token));
        Assert.Null(await store.FindPlanAsync(Some.Batch().Id, Token));
    }

    [Fact]
    public async Task PlansOfAnAlertComeInTheOrderOfTheirIdsAndWithoutOthers()
    {
        var store = await CreateAsync();
        var alert = DeclarationId.New(Some.Now);
        var plans = new[] { (Channel.Sms, 2), (Channel.Email, 1), (Channel.Sms, 0) }
            .Select(item => Some.Batch(2, alert, item.Item1, item.Item2)).ToList();
        foreach (var plan in plans.Append(Some.Batch()))
        {
            await store.TryPlanAsync(plan, Token);
            await store.TryClaimAsync(ClaimOf(plan), Token);
        }

        var read = await store.ReadPlansAsync(alert, Token).ToListAsync(Token);

        Assert.Equal([plans[1].Id, plans[2].Id, plans[0].Id], read.Select(plan => plan.Id));
        AssertSame(plans[1], read[0]);
        Assert.Equal(read.Select(plan => plan.Id), await store.ReadPlannedAsync(alert, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task PlansOfManyBatchesAreReadToTheEnd()
    {
        var store = await CreateAsync();
        var alert = DeclarationId.New(Some.Now);
        var plans = Enumerable.Range(0, 120).Select(number => Some.Batch(1, alert, number: number)).ToList();
        foreach (var plan in plans)
            await store.TryPlanAsync(plan, Token);

        Assert.Equal(plans.Select(plan => plan.Id), await store.ReadPlansAsync(alert, Token).Select(plan => plan.Id).ToListAsync(Token));
        Assert.Equal(plans.Select(plan => plan.Id), await store.ReadPlannedAsync(alert, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task AFinishedPlanIsWrittenOnce()
    {
        var store = await CreateAsync();
        var plan = new AlertPlan(DeclarationId.New(Some.Now), Some.Now, 3, 200, 100, "7");
        Assert.Null(await store.FindAlertPlanAsync(plan.Alert, Token));

        await store.FinishPlanAsync(plan, Token);
        await store.FinishPlanAsync(plan with { Batches = 9 }, Token);

        Assert.Equal(plan, await store.FindAlertPlanAsync(plan.Alert, Token));
        Assert.Empty(await store.ReadProgressAsync(plan.Alert, Token));
    }

    [Fact]
    public async Task TheLatestLookAtABatchIsKeptAndIsNoProgress()
    {
        var store = await CreateAsync();
        var (first, second) = (Some.Batch(), Some.Batch());
        await store.KeepLookAsync(new(first.Id, Some.Now), Token);
        await store.KeepLookAsync(new(second.Id, Some.Now), Token);
        await store.KeepLookAsync(new(first.Id, null), Token);

        Assert.Equal([new(first.Id, null)], await store.ReadLooksAsync(first.Id.Alert, Token));
        Assert.Empty(await store.ReadProgressAsync(first.Id.Alert, Token));
        Assert.Empty(await store.ReadLooksAsync(Some.Batch().Id.Alert, Token));
    }

    [Fact]
    public async Task OfWorkersThatTakeTheSameClaimExactlyOneGetsIt()
    {
        var store = await CreateAsync();
        var batch = Some.Batch();
        await store.TryPlanAsync(batch, Token);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.TryClaimAsync(ClaimOf(batch), Token)));

        Assert.Single(taken, true);
        Assert.True(await store.TryClaimAsync(ClaimOf(batch, 2), Token));
        Assert.Equal([1, 2], (await store.ReadAsync(batch.Id, Token))!.Claims.Select(claim => claim.Number));
    }

    [Fact]
    public async Task ABatchIsReadWithAllThatWasWritten()
    {
        var store = await CreateAsync();
        var batch = Some.Batch();
        await store.TryPlanAsync(batch, Token);
        await store.TryClaimAsync(ClaimOf(batch), Token);
        var outcome = new Outcome(0, OutcomeKind.Sent, Some.Now, "SM1");
        var receipt = new Receipt(batch.Id, 0, ReceiptKind.Failed, Some.Now, "SM1", "30003");
        var answer = new Acknowledgement(batch.Id, 0, Some.Now, "SM2");
        await store.AddOutcomesAsync(new(batch.Id, 1, 1, [outcome with { Index = 1, Kind = OutcomeKind.Rejected, ProviderId = null, Code = "21211" }]), Token);
        await store.AddOutcomesAsync(new(batch.Id, 1, 0, [outcome]), Token);
        await store.AddReceiptsAsync(batch.Id, "b", [receipt with { Kind = ReceiptKind.Underway, Code = null }], Token);
        await store.AddReceiptsAsync(batch.Id, "a", [receipt], Token);
        await store.AddAcknowledgementsAsync(batch.Id, "a", [answer], Token);

        var record = (await store.ReadAsync(batch.Id, Token))!;

        AssertSame(batch, record.Plan);
        Assert.Equal([ClaimOf(batch)], record.Claims);
        Assert.Equal([0, 1], record.Outcomes.Select(chunk => chunk.Number));
        Assert.Equal(outcome, record.Outcomes[0].Outcomes.Single());
        Assert.Equal([ReceiptKind.Underway, ReceiptKind.Failed], record.Receipts.Select(item => item.Kind));
        Assert.Equal(receipt, record.Receipts[1]);
        Assert.Equal([answer], record.Acknowledgements);
    }

    [Fact]
    public async Task WhatIsWrittenTwiceIsThereOnce()
    {
        var store = await CreateAsync();
        var batch = Some.Batch();
        await store.TryPlanAsync(batch, Token);
        var receipt = new Receipt(batch.Id, 0, ReceiptKind.Delivered, Some.Now, "SM1");
        for (var time = 0; time < 2; time++)
        {
            await store.AddOutcomesAsync(new(batch.Id, 1, 0, [new(0, OutcomeKind.Sent, Some.Now, "SM1")]), Token);
            await store.AddReceiptsAsync(batch.Id, "row", [receipt], Token);
            await store.AddAcknowledgementsAsync(batch.Id, "row", [new(batch.Id, 0, Some.Now, "SM2")], Token);
        }

        var record = (await store.ReadAsync(batch.Id, Token))!;

        Assert.Single(record.Outcomes);
        Assert.Single(record.Receipts);
        Assert.Single(record.Acknowledgements);
    }

    [Fact]
    public async Task AThousandReceiptsFitInARow()
    {
        var store = await CreateAsync();
        var batch = Some.Batch(DeliveryBatch.MaxSize);
        await store.TryPlanAsync(batch, Token);
        var receipts = Enumerable.Range(0, 1000)
            .Select(number => new Receipt(batch.Id, number % 100, ReceiptKind.Failed, Some.Now.AddTicks(number), $"SM{number:x32}", "30003")).ToList();

        await store.AddReceiptsAsync(batch.Id, new('r', 100), receipts, Token);

        Assert.Equal(receipts, (await store.ReadAsync(batch.Id, Token))!.Receipts);
    }

    [Fact]
    public async Task ABatchThatWasNeverPlannedIsNull()
    {
        var store = await CreateAsync();

        Assert.Null(await store.ReadAsync(Some.Batch().Id, Token));
    }

    [Fact]
    public async Task TheCountsOfMoreRowsAreKept()
    {
        var store = await CreateAsync();
        var alert = DeclarationId.New(Some.Now);
        var (one, two) = (Counts(Some.Batch(alert: alert), 3), Counts(Some.Batch(alert: alert, number: 1), 9));
        await store.KeepProgressAsync(Counts(Some.Batch(), 3), Token);
        foreach (var counts in new[] { one, one with { RowCount = 5, Sent = 3 }, one with { RowCount = 4 }, two, two with { RowCount = 2 } })
            await store.KeepProgressAsync(counts, Token);

        var kept = await store.ReadProgressAsync(alert, Token);

        Assert.Equal([one with { RowCount = 5, Sent = 3 }, two], kept.OrderBy(counts => counts.Batch.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task OfCountsKeptAtOnceTheNewestStand()
    {
        var store = await CreateAsync();
        var batch = Some.Batch();

        await Task.WhenAll(Enumerable.Range(2, 8).Select(rows => store.KeepProgressAsync(Counts(batch, rows), Token)));

        Assert.Equal(9, Assert.Single(await store.ReadProgressAsync(batch.Id.Alert, Token)).RowCount);
    }

    private static Claim ClaimOf(DeliveryBatch batch, int number = 1) => new(batch.Id, number, Some.Now, Some.Now.AddMinutes(5));

    private protected static BatchProgress Counts(DeliveryBatch batch, int rows) => new(batch.Id, rows, 3, 2, 1, 0, 0, 0, 0, Some.Now, Some.Now.AddSeconds(1));

    private static void AssertSame(DeliveryBatch expected, DeliveryBatch? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.Id, expected.PlannedAt), (actual.Id, actual.PlannedAt));
        Assert.Equal(expected.Recipients, actual.Recipients);
    }
}
