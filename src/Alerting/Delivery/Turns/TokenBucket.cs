namespace Alerting.Delivery.Turns;

/// <summary>How often something is done: so many at once, and then one an interval. Pure: all that is to be kept is the moment at which the bucket will be full again.</summary>
/// <param name="Interval">Time in which one token comes back; more than nothing.</param>
/// <param name="Burst">Tokens of a full bucket, at least 1.</param>
public sealed record TokenBucket(TimeSpan Interval, int Burst)
{
    /// <summary>Debt grows to so much and no further: 1 minute. So nobody waits for tokens much longer than those go on who need not wait.</summary>
    public static readonly TimeSpan MostDebt = TimeSpan.FromMinutes(1);

    /// <summary>So many a second, and at once.</summary>
    public static TokenBucket PerSecond(int tokens, int burst) => new(TimeSpan.FromSeconds(1) / tokens, burst);

    /// <summary>So many a minute, and at once.</summary>
    public static TokenBucket PerMinute(int tokens) => new(TimeSpan.FromMinutes(1) / tokens, tokens);

    /// <summary>True when there is a token.</summary>
    /// <param name="fullAt">When it is full; any moment in the past for one that is full.</param>
    /// <param name="now">The present.</param>
    public bool HasToken(DateTimeOffset fullAt, DateTimeOffset now) => fullAt + Interval <= now + (Interval * Burst);

    /// <summary>Takes a token, into debt where there is none.</summary>
    /// <returns>When it is full from then on.</returns>
    public DateTimeOffset Draw(DateTimeOffset fullAt, DateTimeOffset now)
    {
        var drawn = (fullAt > now ? fullAt : now) + Interval;
        var most = now + (Interval * Burst) + MostDebt;
        return drawn < most ? drawn : most;
    }
}
