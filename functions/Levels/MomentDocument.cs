using Alerting.Levels;

namespace Alerting.Functions;

/// <summary>A moment, and how much of it is known.</summary>
/// <param name="At">The moment.</param>
/// <param name="Precision">time, day or month.</param>
internal sealed record MomentDocument(DateTimeOffset At, string Precision)
{
    public static MomentDocument Of(HistoricDate date) => new(date.At, Words.Of(date.Precision));
}
