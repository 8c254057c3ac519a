namespace Alerting.Delivery.Providers;

/// <summary>Weight that was shifted from one provider to another. The latest one says what the weights are; none is ever changed.</summary>
/// <param name="Number">From 1, without gaps; a number exists once, so of several processes one makes a shift.</param>
/// <param name="At">When.</param>
/// <param name="From">Who lost weight.</param>
/// <param name="To">Who gained it.</param>
/// <param name="Points">How much.</param>
/// <param name="Reason">Why.</param>
/// <param name="Health">What the one that lost weight did in the window; null for a shift back.</param>
/// <param name="Weights">The weights after it, by provider.</param>
public sealed record ProviderShift(
    int Number,
    DateTimeOffset At,
    string From,
    string To,
    int Points,
    ShiftReason Reason,
    ProviderHealth? Health,
    IReadOnlyDictionary<string, int> Weights);
