using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Following;

/// <summary>What a correction or withdrawal says to somebody, by what became of the delivery that it follows. Pure.</summary>
internal static class Sequel
{
    /// <summary>The original to this address is not settled yet: nothing may overtake it.</summary>
    public const string OriginalOpen = "original-open";

    /// <summary>The original never went to this address, so there is nothing to take back.</summary>
    public const string OriginalNotSent = "original-not-sent";

    /// <summary>The original found that this address cannot be reached.</summary>
    public const string OriginalRejected = "original-rejected";

    /// <summary>The outcome where nothing is sent; null where something is.</summary>
    public static (OutcomeKind Kind, string Code)? Withheld(DeclarationKind kind, Fate original) => (kind, original) switch
    {
        (_, Fate.Told) => null,
        (_, Fate.Open) => (OutcomeKind.TryLater, OriginalOpen),
        (DeclarationKind.Withdraw, _) => (OutcomeKind.Superseded, OriginalNotSent),
        (_, Fate.Unreachable) => (OutcomeKind.Failed, OriginalRejected),
        _ => null,
    };

    /// <summary>What is told: to somebody who never heard what is corrected, what is right, as if nothing else had ever been said.</summary>
    public static Declaration Told(Declaration declaration, Fate original) =>
        original == Fate.NotTold ? declaration with { Kind = DeclarationKind.Set, Original = null } : declaration;
}
