namespace Alerting.Paths;

/// <summary>Whether a path carries messages. Values are those of the metric.</summary>
public enum PathState
{
    /// <summary>The last canary came through, and not long ago.</summary>
    Proven = 0,

    /// <summary>Nothing is known: not set up, never tried, or the last word is too old. Not good.</summary>
    Unknown = 1,

    /// <summary>The last canary did not come through.</summary>
    Failing = 2,
}
