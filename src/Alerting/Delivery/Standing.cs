using Alerting.Declarations;

namespace Alerting.Delivery;

/// <summary>Whether an alert still has its reason.</summary>
public static class Standing
{
    /// <summary>Why nothing more of this declaration's alert may go out, or null while it stands.</summary>
    /// <param name="declaration">The declaration that the alert sends.</param>
    /// <param name="approved">All approved declarations.</param>
    /// <param name="now">The present.</param>
    /// <returns><c>expired</c>: its end has passed; <c>superseded</c>: a later one for the same scope and of the same status has taken its place; <c>withdrawn</c> or <c>corrected</c>: it was; <c>not-approved</c>: it never came into force.</returns>
    public static string? LostBy(Declaration declaration, IReadOnlyList<Declaration> approved, DateTimeOffset now)
    {
        if (declaration.State != DeclarationState.Approved)
            return "not-approved";
        if (declaration.Until <= now)
            return "expired";
        return Succession.AnnulmentOf(declaration, approved) switch
        {
            { Kind: DeclarationKind.Withdraw } => "withdrawn",
            not null => "corrected",
            null => Succession.ReplacementOf(declaration, approved, now) is null ? null : "superseded",
        };
    }
}
