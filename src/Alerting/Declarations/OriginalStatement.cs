using Alerting.Levels;

namespace Alerting.Declarations;

/// <summary>What an approved declaration says, kept with the one that follows it, so that this can be told without looking it up.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Level">Its level.</param>
/// <param name="From">When it starts to hold.</param>
/// <param name="Until">Its end; null for none.</param>
/// <param name="ApprovedAt">When it was approved.</param>
/// <param name="Code">The four characters of its alert.</param>
public sealed record OriginalStatement(
    DeclarationId Id, Level Level, DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset ApprovedAt, string Code)
{
    /// <summary>What an approved declaration says.</summary>
    /// <exception cref="ArgumentException">It is not approved.</exception>
    public static OriginalStatement Of(Declaration declaration) =>
        declaration is { State: DeclarationState.Approved, EffectiveFrom: { } from, Decision: { } decision, Code: { } code }
            ? new(declaration.Id, declaration.Level, from, declaration.Until, decision.At, code)
            : throw new ArgumentException($"Declaration {declaration.Id} is not approved, so nothing can follow it.", nameof(declaration));
}
