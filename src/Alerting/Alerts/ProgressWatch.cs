using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;

namespace Alerting.Alerts;

/// <summary>The progress of alerts that are followed: however many follow one, its summaries are read once for all of them.</summary>
/// <param name="store">Where the summaries are.</param>
/// <param name="calls">Whether calls are still to come.</param>
/// <param name="declarations">What holds.</param>
/// <param name="time">The clock.</param>
public sealed class ProgressWatch(IDeliveryStore store, CallAudit calls, DeclarationWatch declarations, TimeProvider time)
{
    /// <summary>How old a shared reading may be: 450 ms, a little less than the time between two looks of a follower.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(450);

    private readonly Lock gate = new();
    private readonly Dictionary<DeclarationId, Shared> latest = [];

    /// <summary>How far an alert has got and whether it is over, at most <see cref="Freshness"/> old.</summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="cancellationToken">Ends the waiting of this follower; the others keep the reading.</param>
    public Task<AlertReading> ReadAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (var old in latest.Where(shared => !IsGood(shared.Value)).Select(shared => shared.Key).ToList())
                latest.Remove(old);
            if (!latest.TryGetValue(declaration.Id, out var found))
                latest.Add(declaration.Id, found = new(ReadNowAsync(declaration, CancellationToken.None), time.GetTimestamp()));
            return found.Reading.WaitAsync(cancellationToken);
        }
    }

    private bool IsGood(Shared shared) =>
        !shared.Reading.IsCompleted || (shared.Reading.IsCompletedSuccessfully && time.GetElapsedTime(shared.At) < Freshness);

    private async Task<AlertReading> ReadNowAsync(Declaration declaration, CancellationToken cancellationToken)
    {
        // The plan first: a plan read later than the counts would promise deliveries that the counts do not know.
        var plan = await store.FindAlertPlanAsync(declaration.Id, cancellationToken);
        var batches = await store.ReadProgressAsync(declaration.Id, cancellationToken);
        if (!AlertReading.IsSettled(plan, batches)
            || await calls.IsExpectedAsync(declaration, await declarations.ApprovedAsync(cancellationToken), batches, cancellationToken))
            return AlertReading.Of(plan, batches);
        // Whoever plans calls keeps their counts before he says that nobody need look again: so the counts once more, after that.
        batches = await store.ReadProgressAsync(declaration.Id, cancellationToken);
        return AlertReading.Of(plan, batches) with { IsOver = AlertReading.IsSettled(plan, batches) };
    }

    private sealed record Shared(Task<AlertReading> Reading, long At);
}
