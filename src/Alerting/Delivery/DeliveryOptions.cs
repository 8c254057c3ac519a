namespace Alerting.Delivery;

/// <summary>How fast and how patiently deliveries are made.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Text messages in flight at once in this process; 1 to 1000, default 64.</summary>
    public int SmsConcurrency { get; init; } = 64;

    /// <summary>Emails in flight at once in this process; 1 to 100 and at most <c>Smtp:Connections</c>, default 24.</summary>
    public int EmailConcurrency { get; init; } = 24;

    /// <summary>What one number gets from this process in a minute, and at once, before repeats and calls to it wait; first messages never do. 0 to 60, default 6; 0: no bound.</summary>
    public int NumberMessagesPerMinute { get; init; } = 6;

    /// <summary>Text messages whose outcomes are written together; 1 to 100, default 50. After a crash so many per batch are looked up at the provider.</summary>
    public int SmsChunk { get; init; } = 50;

    /// <summary>Emails whose outcomes are written together; 1 to 100, default 10. Mail servers cannot be asked: after a crash so many per batch may arrive a second time, with the same Message-ID.</summary>
    public int EmailChunk { get; init; } = 10;

    /// <summary>How long a claim holds; 5 s to 10 min, default 2 min. A batch whose worker was killed waits so long.</summary>
    public TimeSpan ClaimLease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A claim's holder starts no send when less of the claim is left; longer than <c>Twilio:Timeout</c> and <c>Smtp:Timeout</c>, default 30 s.</summary>
    public TimeSpan ClaimMargin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause before the second retry; the first is made at once. Default 5 s, doubled each time.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause between retries; default 5 min.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an alert is left to itself before the audit looks at it; 1 s to 10 min, default 1 min.</summary>
    public TimeSpan AuditGrace { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the report on a text message may take before its provider is asked, and again after six and 24 times as long; 1 s to 1 h, default 5 min.</summary>
    public TimeSpan ReportWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an alert is worth sending when its declaration names no end; default 4 h.</summary>
    public TimeSpan UsefulLife { get; init; } = TimeSpan.FromHours(4);
}
