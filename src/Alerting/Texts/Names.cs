using Alerting.Declarations;
using Alerting.Scopes;

namespace Alerting.Texts;

/// <summary>How kinds, positions and languages are named in the names of templates.</summary>
internal static class Names
{
    public static string Of(Language language) => language == Language.Dutch ? "nl" : "en";

    public static string Of(DeclarationKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The part of a template's name for what a reader is told: that of his position, or of a withdrawal, which says the same to all.</summary>
    public static string Of(DeclarationKind kind, Position position) => kind == DeclarationKind.Withdraw ? Of(kind) : Of(position);

    public static string Of(Position position) => position switch
    {
        Position.Inside => "inside",
        Position.Neighbour => "neighbour",
        Position.Elsewhere => "elsewhere",
        _ => throw new ArgumentOutOfRangeException(nameof(position), position, null),
    };
}
