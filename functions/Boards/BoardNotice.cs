using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>What a board is told of a declaration, pushed or from the feed.</summary>
/// <param name="Sequence">Running number; a board asks for what follows its last.</param>
/// <param name="Code">The four characters that text messages carry, to compare with.</param>
/// <param name="Declaration">The declaration.</param>
internal sealed record BoardNotice(long Sequence, string Code, ReleasedDeclaration Declaration)
{
    /// <summary>Name of the push message.</summary>
    public const string Target = "declaration";

    /// <summary>What boards are told of an approved declaration.</summary>
    public static BoardNotice Of(Declaration declaration) =>
        new(declaration.Sequence!.Value, declaration.Code!, ReleasedDeclaration.Of(declaration));
}
