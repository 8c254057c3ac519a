namespace Alerting.Paths;

/// <summary>Where canaries go and how often.</summary>
public sealed record PathOptions
{
    /// <summary>A number of our own that canary text messages go to, through every provider; empty for none: then these paths stay unknown.</summary>
    public string SmsNumber { get; init; } = "";

    /// <summary>A number of our own that answers by itself and that canary calls go to, through every provider that calls; empty for none: then these paths stay unknown.</summary>
    public string VoiceNumber { get; init; } = "";

    /// <summary>A mailbox of our own that canary mails go to; empty for none: then this path stays unknown.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>Time between two canaries on a path that costs nothing; 1 min to 1 day, default 5 min.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time between two canary text messages of a provider, which cost money; 1 min to 7 days, default 1 h.</summary>
    public TimeSpan SmsInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Time between two canary calls of a provider, which cost more; 1 min to 7 days, default 6 h.</summary>
    public TimeSpan VoiceInterval { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long a canary may take to be confirmed; 10 s to 30 min, default 3 min.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);
}
