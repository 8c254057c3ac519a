namespace Alerting.Paths;

/// <summary>What canaries say about a path.</summary>
public static class PathRules
{
    /// <summary>A word older than so many intervals says nothing any more.</summary>
    public const int IntervalsTillUnknown = 3;

    /// <summary>True when the next canary should go.</summary>
    public static bool IsDue(PathRecord record, TimeSpan interval, DateTimeOffset now) =>
        (record.Pending ?? record.Settled) is not { } last || now - last.SentAt >= interval;

    /// <summary>A new canary goes.</summary>
    public static PathRecord Begun(PathRecord record, PathTrial trial) => record with { Pending = trial };

    /// <summary>A canary came through, or is known not to; a word on another one than that under way changes nothing.</summary>
    public static PathRecord Settled(PathRecord record, string reference, string? problem, DateTimeOffset now)
    {
        if (record.Pending is not { } trial || trial.Reference != reference)
            return record;
        var settled = problem is null ? trial with { ConfirmedAt = now } : trial with { Problem = problem };
        return record with { Settled = settled, Pending = null, ProvenAt = problem is null ? now : record.ProvenAt };
    }

    /// <summary>A canary that nobody confirmed in time did not come through.</summary>
    public static PathRecord Overdue(PathRecord record, TimeSpan patience, DateTimeOffset now) =>
        record.Pending is { } trial && now - trial.SentAt > patience ? Settled(record, trial.Reference, "not-confirmed", now) : record;

    /// <summary>Whether the path carries messages now.</summary>
    /// <param name="record">What is known.</param>
    /// <param name="interval">Time between its canaries.</param>
    /// <param name="now">The present.</param>
    public static PathState StateOf(PathRecord record, TimeSpan interval, DateTimeOffset now)
    {
        if (record.Settled is not { } last || now - last.SentAt > interval * IntervalsTillUnknown)
            return PathState.Unknown;
        return last.ConfirmedAt is null ? PathState.Failing : PathState.Proven;
    }
}
