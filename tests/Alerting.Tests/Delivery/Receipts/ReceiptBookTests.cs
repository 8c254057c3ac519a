using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Readiness;
using Alerting.Testing;

namespace Alerting.Tests.Delivery.Receipts;

public sealed class ReceiptBookTests
{
    private readonly InMemoryDeliveryStore store = new();
    private readonly ReceiptBook book;

    public ReceiptBookTests() => book = new(store, new BatchBook(store, new AddressWatch(new InMemoryAddressWords(), TimeProvider.System)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatCameTogetherOfManyBatchesIsWrittenDownOfEachAndCounted()
    {
        var batches = await PlannedAsync(30);

        var known = await book.RecordAsync([.. batches.SelectMany(batch => Enumerable.Range(0, 3).Select(index => Delivered(batch, index)))], Token);

        Assert.Equal(90, known);
        foreach (var batch in batches)
            Assert.Equal(3, BatchState.Of((await store.ReadAsync(batch, Token))!).Progress().Delivered);
    }

    [Fact]
    public async Task WhatBelongsToNoDeliveryIsLeftOutAndKeepsNothingElseFromBeingWrittenDown()
    {
        var batches = await PlannedAsync(2);
        var unknown = BatchId.Of(batches[0].Alert, Channel.Sms, 3, 99);

        var known = await book.RecordAsync([Delivered(unknown, 0), Delivered(batches[0], 3), Delivered(batches[0], -1), Delivered(batches[1], 2)], Token);

        Assert.Equal(1, known);
        Assert.Equal(DeliveryState.Delivered, BatchState.Of((await store.ReadAsync(batches[1], Token))!).Deliveries[2]);
    }

    [Fact]
    public async Task AnswersOfManyBatchesAreWrittenDownOfEach()
    {
        var batches = await PlannedAsync(30);

        await book.AcknowledgeAsync([.. batches.Select(batch => new Acknowledgement(batch, 1, Some.Now, $"SM-{batch}"))], Token);

        foreach (var batch in batches)
            Assert.Equal(1, BatchState.Of((await store.ReadAsync(batch, Token))!).Progress().Acknowledged);
    }

    private async Task<List<BatchId>> PlannedAsync(int count)
    {
        var alert = Some.Approved().Id;
        var batches = Enumerable.Range(0, count).Select(number => Some.Batch(3, alert, number: number)).ToList();
        foreach (var batch in batches)
            Assert.True(await store.TryPlanAsync(batch, Token));
        return batches.ConvertAll(batch => batch.Id);
    }

    private static Receipt Delivered(BatchId batch, int index) => new(batch, index, ReceiptKind.Delivered, Some.Now, $"SM-{batch}-{index}");
}
