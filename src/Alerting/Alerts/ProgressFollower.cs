namespace Alerting.Alerts;

/// <summary>Somebody who follows an alert, and when he is told what. Pure.</summary>
/// <param name="Seen">The revision he knows; null when he knows none.</param>
/// <param name="Since">When he began.</param>
/// <param name="ToldAt">When he was last told something; null before that.</param>
public sealed record ProgressFollower(long? Seen, DateTimeOffset Since, DateTimeOffset? ToldAt = null)
{
    /// <summary>Time between two looks: 500 ms.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest silence: 15 s. The Functions host breaks off an answer after 240 s without a byte, proxies on the way earlier.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <summary>Longest time to follow without asking anew: 5 min, half of what a function may take (<c>functionTimeout</c>).</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    /// <summary>What he is told after a look.</summary>
    /// <param name="reading">What was found.</param>
    /// <param name="now">The present.</param>
    public ProgressTurn Next(AlertReading reading, DateTimeOffset now)
    {
        var signals = new List<ProgressSignal>();
        if (reading.Revision != Seen)
            signals.Add(ProgressSignal.Progress);
        if (reading.IsOver)
            signals.Add(ProgressSignal.End);
        if (signals.Count == 0 && !(now - ToldAt < LongestSilence))
            signals.Add(ProgressSignal.Heartbeat);
        var follower = this with { Seen = reading.Revision, ToldAt = signals.Count > 0 ? now : ToldAt };
        return new(follower, signals, reading.IsOver || now - Since >= LongestLife);
    }
}
