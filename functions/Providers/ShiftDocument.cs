using Alerting.Delivery.Providers;

namespace Alerting.Functions;

/// <summary>Weight that was shifted from one provider to another.</summary>
/// <param name="Number">Running number, from 1.</param>
/// <param name="At">When.</param>
/// <param name="From">Who lost weight.</param>
/// <param name="To">Who gained it.</param>
/// <param name="Points">How much.</param>
/// <param name="Reason"><c>failing</c>, <c>slow</c>, or <c>quiet</c> for a step back after nothing was wrong for a while.</param>
/// <param name="Weights">The weights after it, by provider.</param>
internal sealed record ShiftDocument(
    int Number, DateTimeOffset At, string From, string To, int Points, string Reason, IReadOnlyDictionary<string, int> Weights)
{
    public static ShiftDocument Of(ProviderShift shift) =>
        new(shift.Number, shift.At, shift.From, shift.To, shift.Points, Words.Of(shift.Reason), shift.Weights);
}
