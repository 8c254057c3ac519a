namespace Alerting.Testing.Faults;

/// <summary>What a fan-out with a fault in it came to. All is well when everything is 0.</summary>
/// <param name="Lost">Recipients without a message at the provider.</param>
/// <param name="Twice">Messages at the provider beyond the first to a number.</param>
/// <param name="Unended">Deliveries without an end of sending, or of which a report came that nobody wrote down.</param>
/// <param name="Miscounted">How far the count of sent messages that staff see is from what the provider took.</param>
/// <param name="Disagreeing">Where the record does not agree with itself, with its counts, or with what the provider took: see <see cref="AlertRecord"/>.</param>
public sealed record FaultCount(int Lost, int Twice, int Unended, int Miscounted, int Disagreeing = 0)
{
    /// <summary>Nothing is wrong.</summary>
    public static FaultCount None { get; } = new(0, 0, 0, 0);

    public static FaultCount operator +(FaultCount one, FaultCount other) => new(
        one.Lost + other.Lost,
        one.Twice + other.Twice,
        one.Unended + other.Unended,
        one.Miscounted + other.Miscounted,
        one.Disagreeing + other.Disagreeing);
}
