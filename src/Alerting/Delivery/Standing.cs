using Alerting.Declarations;

namespace Alerting.Delivery;

/// <summary>Whether an alert still has its reason.</summary>
public static class Standing
{
    /// <summary>Why nothing more of this declaration's alert may go out, or null while it stands.</summary>
    /// <param name="declaration">The declaration that the alert sends.</param>
    /// <param name="approved">All approved declarations.</param>
    /// <param name="now">The present.</param>
    /// <returns><c>expired</c>: its end has passed; <c>superseded</c>: a later one for the same scope and of the same kind of status has taken effect; <c>not-approved</c>: it never came into force.</returns>
    public static string? LostBy(Declaration declaration, IReadOnlyList<Declaration> approved, DateTimeOffset now)
    {
        if (declaration.State != DeclarationState.Approved)
            return "not-approved";
        if (declaration.Until <= now)
            return "expired";
        return approved.Any(other => Replaces(other, declaration, now)) ? "superseded" : null;
    }

    private static bool Replaces(Declaration other, Declaration declaration, DateTimeOffset now) =>
        other.State == DeclarationState.Approved
        && other.Sequence > declaration.Sequence
        && other.Scope == declaration.Scope
        && other.Status == declaration.Status
        && other.EffectiveFrom <= now;
}
