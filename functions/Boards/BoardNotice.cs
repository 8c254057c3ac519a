using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>What a board is told of a declaration, pushed or from the feed.</summary>
/// <param name="Sequence">Running number; a board asks for what follows its last.</param>
/// <param name="Code">The four characters that text messages carry, to compare with.</param>
/// <param name="Declaration">The declaration.</param>
/// <param name="AnnulledBy">Id of the declaration that has corrected or withdrawn it since; null for none.</param>
internal sealed record BoardNotice(long Sequence, string Code, ReleasedDeclaration Declaration, string? AnnulledBy)
{
    /// <summary>Name of the push message.</summary>
    public const string Target = "declaration";

    /// <summary>What boards are told of an approved declaration.</summary>
    /// <param name="declaration">It.</param>
    /// <param name="approved">All approved declarations, or those of them that annul another.</param>
    public static BoardNotice Of(Declaration declaration, IReadOnlyList<Declaration> approved) => new(
        declaration.Sequence!.Value,
        declaration.Code!,
        ReleasedDeclaration.Of(declaration),
        Succession.AnnulmentOf(declaration, approved)?.Id.Value);
}
