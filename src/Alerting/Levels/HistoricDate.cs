namespace Alerting.Levels;

/// <summary>A moment, and how much of it is known.</summary>
/// <param name="At">The moment that answers are computed with.</param>
/// <param name="Precision">How much of it is established.</param>
public sealed record HistoricDate(DateTimeOffset At, DatePrecision Precision)
{
    /// <summary>A moment that is known.</summary>
    public static HistoricDate Exactly(DateTimeOffset at) => new(at, DatePrecision.Time);
}
