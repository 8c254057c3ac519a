using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Turns;

/// <summary>How soon somebody who waits has his turn: first tries before repeats, the real thing before exercises, the first tier before the next, the newest alert before older ones.</summary>
/// <param name="IsRepeat">It was tried before.</param>
/// <param name="Status">Of the declaration.</param>
/// <param name="Tier">1 to 3.</param>
/// <param name="Sequence">Of the declaration: a higher one is newer.</param>
public readonly record struct Turn(bool IsRepeat, DeclarationStatus Status, int Tier, long Sequence) : IComparable<Turn>
{
    /// <summary>The turn of a delivery in a batch.</summary>
    public static Turn Of(BatchId batch, Declaration declaration, bool isRepeat) =>
        new(isRepeat, declaration.Status, batch.Tier, declaration.Sequence ?? 0);

    /// <summary>The turn of first tries in a tier of an alert.</summary>
    public static Turn Of(int tier, Declaration declaration) => new(IsRepeat: false, declaration.Status, tier, declaration.Sequence ?? 0);

    /// <summary>Negative when this one's turn comes first.</summary>
    public int CompareTo(Turn other) =>
        (IsRepeat, Status, Tier, other.Sequence).CompareTo((other.IsRepeat, other.Status, other.Tier, Sequence));

    /// <summary>True when the first one's turn comes before.</summary>
    public static bool operator <(Turn one, Turn other) => one.CompareTo(other) < 0;

    /// <summary>True when the first one's turn comes later.</summary>
    public static bool operator >(Turn one, Turn other) => one.CompareTo(other) > 0;

    /// <summary>True when the first one's turn comes before, or they are equal.</summary>
    public static bool operator <=(Turn one, Turn other) => one.CompareTo(other) <= 0;

    /// <summary>True when the first one's turn comes later, or they are equal.</summary>
    public static bool operator >=(Turn one, Turn other) => one.CompareTo(other) >= 0;
}
