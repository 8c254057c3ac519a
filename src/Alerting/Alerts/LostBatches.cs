using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Alerts;

/// <summary>Which batches without an end have lost their message, so that nobody will take them up.</summary>
/// <remarks>
/// Pure. A batch that nobody has claimed may just wait for its turn: batches of a channel are queued in the order of their names. So it is lost
/// when a later one was taken up long ago, or when none of the channel was taken up for the first time lately. Long is the grace of the audit;
/// for a round of calls, which has no place in such an order, it is ten of them.
/// </remarks>
public static class LostBatches
{
    // A round of calls is taken for lost after ten graces, even while others go on.
    private const int LongestLineOfCalls = 10;

    /// <summary>The lost among the batches of one alert.</summary>
    /// <param name="open">Those without an end.</param>
    /// <param name="progress">Counts of all that have any, ended ones too.</param>
    /// <param name="pace">The clock.</param>
    public static List<BatchId> Of(IReadOnlyList<OpenBatch> open, IReadOnlyList<BatchProgress> progress, BatchPace pace)
    {
        var moves = open.Select(MoveOf).Concat(progress.Where(batch => batch.Open == 0).Select(MoveOf)).OfType<Move>().ToLookup(move => move.Batch.Channel);
        var lines = moves.ToDictionary(line => line.Key, line => LineOf([.. line], pace));
        return [.. open.Where(batch => batch.IsOverdue && !WaitsInLine(batch, lines, pace)).Select(batch => batch.Id)];
    }

    private static bool WaitsInLine(OpenBatch batch, Dictionary<Channel, Line> lines, BatchPace pace) =>
        batch.FirstClaimAt is null
        && lines.TryGetValue(batch.Id.Channel, out var line)
        && line.IsMoving
        && !WasPassed(batch, line, pace);

    // Rounds of calls are queued when they are due: their names say nothing of who was first.
    private static bool WasPassed(OpenBatch batch, Line line, BatchPace pace) => batch.Id.Channel == Channel.Voice
        ? pace.IsGraceOver(batch.PlannedAt, LongestLineOfCalls)
        : string.CompareOrdinal(batch.Id.Value, line.Passed) <= 0;

    private static Line LineOf(IReadOnlyList<Move> moves, BatchPace pace) => new(
        moves.Any(move => !pace.IsGraceOver(move.At)),
        moves.Where(move => pace.IsGraceOver(move.At)).Select(move => move.Batch.Value).Max(StringComparer.Ordinal));

    private static Move? MoveOf(OpenBatch batch) =>
        batch.FirstClaimAt is { } at ? new(batch.Id, at) : null;

    private static Move? MoveOf(BatchProgress batch) =>
        batch.FirstSentAt is { } at ? new(batch.Batch, at) : null;

    // A batch, and when it was first taken up: its later tries say nothing of those behind it.
    private sealed record Move(BatchId Batch, DateTimeOffset At);

    // A channel of the alert: whether any batch of it was taken up lately, and the last one in line that was taken up long ago.
    private sealed record Line(bool IsMoving, string? Passed);
}
