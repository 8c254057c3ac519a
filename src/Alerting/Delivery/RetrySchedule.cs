namespace Alerting.Delivery;

/// <summary>When a batch with unsettled deliveries is taken up again: exponential with jitter, inside the alert's useful life.</summary>
/// <param name="first">Pause after the first claim.</param>
/// <param name="longest">Pauses grow to this and no further.</param>
public sealed class RetrySchedule(TimeSpan first, TimeSpan longest)
{
    /// <summary>The next moment to try, or null when the useful life would be over by then.</summary>
    /// <param name="claims">Claims so far, from 1.</param>
    /// <param name="now">The present.</param>
    /// <param name="deadline">End of the useful life.</param>
    /// <param name="jitter">0 to 1: places the pause between its half and its whole, so that batches do not come back together.</param>
    public DateTimeOffset? Next(int claims, DateTimeOffset now, DateTimeOffset deadline, double jitter)
    {
        var doubled = first * Math.Pow(2, Math.Clamp(claims - 1, 0, 20));
        var pause = doubled < longest ? doubled : longest;
        var next = now + (pause * (0.5 + (jitter / 2)));
        return next < deadline ? next : null;
    }
}
