using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery.Batches;

/// <summary>Whatever is written about a delivery, and in whatever order: what is known once stays known.</summary>
public sealed class BatchOrderTests
{
    private static readonly DeliveryBatch Plan = Some.Batch(1);

    private static readonly Gen<Outcome> AnyOutcome =
        from kind in Gen.Enum<OutcomeKind>()
        from isDoubtful in Gen.Bool
        select new Outcome(0, kind, Some.Now, Code: isDoubtful ? Outcome.NeverKnown : null);

    private static readonly Gen<Row> AnyRow = Gen.OneOf(
        Gen.Int[1, 3].Select(number => new Row(Claim: number)),
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 1], AnyOutcome).Select(one => new Row(Chunk: new(Plan.Id, one.Item1, one.Item2, [one.Item3]))),
        Gen.Enum<ReceiptKind>().Select(kind => new Row(Receipt: new(Plan.Id, 0, kind, Some.Now, "SM1"))));

    [Fact]
    public void WhatIsKnownStaysKnownWhateverIsWrittenLater() =>
        AnyRow.Array[1, 8].Sample(
            rows =>
            {
                var before = BatchState.Of(Record([]));
                for (var written = 1; written <= rows.Length; written++)
                {
                    var after = BatchState.Of(Record(rows[..written]));
                    AssertForward(before, after, rows[..(written - 1)]);
                    before = after;
                }
            },
            iter: 20_000);

    [Fact]
    public void RowsOfDifferentKindsMayBeWrittenInAnyOrder() =>
        AnyRow.Array[1, 8].Sample(
            rows => Assert.Equal(
                BatchState.Of(Record(rows)).Deliveries[0],
                BatchState.Of(Record([.. rows.OrderBy(row => row.Receipt is null)])).Deliveries[0]),
            iter: 5_000);

    private static void AssertForward(BatchState before, BatchState after, Row[] written)
    {
        var (was, now) = (before.Deliveries[0], after.Deliveries[0]);
        var isReported = written.Any(row => row.Receipt?.Kind is ReceiptKind.Delivered or ReceiptKind.Failed);
        Assert.True(!isReported || now == was, $"Reported as {was}, and now {now}.");
        Assert.True(!before.IsFinished || after.IsFinished, $"{was}, and open again.");
        Assert.True(after.Progress().Sent >= before.Progress().Sent, $"Somebody took it, and now nobody: {was}, {now}.");
        // Who gave up knew nothing: it may turn out that somebody took it all the same.
        Assert.True(was != DeliveryState.Failed || now != DeliveryState.Superseded, "It may have been told, and now it was not.");
    }

    // As a store gives them: claims and outcomes by number, receipts as they were written.
    private static BatchRecord Record(Row[] rows) => new(
        Plan,
        [.. rows.Select(row => row.Claim).Where(number => number > 0).Distinct().Order().Select(number => new Claim(Plan.Id, number, Some.Now, Some.Now.AddMinutes(2)))],
        [.. rows.Select(row => row.Chunk).OfType<OutcomeChunk>().DistinctBy(chunk => (chunk.Claim, chunk.Number)).OrderBy(chunk => chunk.Claim).ThenBy(chunk => chunk.Number)],
        [.. rows.Select(row => row.Receipt).OfType<Receipt>()],
        []);

    private sealed record Row(int Claim = 0, OutcomeChunk? Chunk = null, Receipt? Receipt = null);
}
