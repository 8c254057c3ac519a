using System.Text.Json.Serialization;
using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Texts;

namespace Alerting.Functions;

/// <summary>A declaration as everybody may see it: nobody's id, no code.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">set, extend, lower, correct or withdraw. A withdrawal names the level that holds no longer.</param>
/// <param name="Follows">Id of the declaration that it follows; null for one that sets a level.</param>
/// <param name="Scope">Where the level holds.</param>
/// <param name="Level">1 to 5.</param>
/// <param name="LevelName">Name of the level.</param>
/// <param name="From">When it starts to hold.</param>
/// <param name="Until">When it ends; null for when another takes its place.</param>
/// <param name="Reason">Why.</param>
/// <param name="Dtn">The edition it follows from; null for none.</param>
/// <param name="Status">actual, exercise or test.</param>
/// <param name="AnnouncedAt">When it was approved.</param>
internal sealed record ReleasedDeclaration(
    string Id,
    string Kind,
    [property: JsonPropertyName("of")] string? Follows,
    PlacedScope Scope,
    int Level,
    BilingualText LevelName,
    DateTimeOffset From,
    DateTimeOffset? Until,
    BilingualText Reason,
    Dtn? Dtn,
    string Status,
    DateTimeOffset AnnouncedAt)
{
    /// <summary>The public face of an approved declaration.</summary>
    public static ReleasedDeclaration Of(Declaration declaration) => new(
        declaration.Id.Value,
        Words.Of(declaration.Kind),
        declaration.Original?.Id.Value,
        PlacedScope.Of(declaration.Scope),
        (int)declaration.Level,
        LevelScale.NameOf(declaration.Level),
        declaration.EffectiveFrom!.Value,
        declaration.Until,
        declaration.Reason,
        declaration.Dtn,
        Words.Of(declaration.Status),
        declaration.Decision!.At);
}
