namespace Alerting.Paths;

/// <summary>What came of sending a canary.</summary>
/// <param name="IsConfirmed">True when it is known to have come through; false when that is still to be reported.</param>
/// <param name="Problem">Why it did not go, as a code; null when it did.</param>
public sealed record PathAnswer(bool IsConfirmed, string? Problem = null)
{
    /// <summary>It has come through.</summary>
    public static PathAnswer Confirmed { get; } = new(true);

    /// <summary>It is on its way; a report will say.</summary>
    public static PathAnswer Underway { get; } = new(false);

    /// <summary>It did not go.</summary>
    public static PathAnswer Failed(string problem) => new(false, problem);
}
