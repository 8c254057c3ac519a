using System.Text.Json.Serialization;
using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Texts;

namespace Alerting.Functions;

/// <summary>A row of the history of levels.</summary>
/// <param name="Announced">When it was announced.</param>
/// <param name="From">Since when it held, or will.</param>
/// <param name="Until">Until when; null for no end known.</param>
/// <param name="Ending">replaced, lapsed, lowered, withdrawn or corrected; null while it is not over.</param>
/// <param name="Scope">Where.</param>
/// <param name="Level">1 to 5; on the older scale the level that has the name of the step today.</param>
/// <param name="LevelName">Name of the level.</param>
/// <param name="Scale">fourStep until 11 July 2016, then fiveStep.</param>
/// <param name="Dtn">The edition; null for none.</param>
/// <param name="Declaration">Id of the declaration; null for the time before this system.</param>
/// <param name="Kind">What the declaration did: set, extend, lower or correct; null for the time before this system.</param>
/// <param name="Follows">Id of the declaration that it followed; null for none.</param>
/// <param name="AnnulledBy">Id of the declaration that corrected or withdrew it; null for none.</param>
/// <param name="Sources">Pages it was found on; empty for a declaration.</param>
/// <param name="Note">What is uncertain or worth knowing.</param>
internal sealed record HistoryRow(
    MomentDocument Announced,
    MomentDocument From,
    MomentDocument? Until,
    string? Ending,
    PlacedScope Scope,
    int Level,
    BilingualText LevelName,
    string Scale,
    Dtn? Dtn,
    string? Declaration,
    string? Kind,
    [property: JsonPropertyName("of")] string? Follows,
    string? AnnulledBy,
    IReadOnlyList<string> Sources,
    string? Note)
{
    public static HistoryRow Of(TimelineRow row) => new(
        MomentDocument.Of(row.Announced),
        MomentDocument.Of(row.From),
        row.Until is null ? null : MomentDocument.Of(row.Until),
        row.Ending is { } ending ? Words.Of(ending) : null,
        PlacedScope.Of(row.Scope),
        (int)row.Level,
        LevelScale.NameOf(row.Level),
        Words.Of(row.Scale),
        row.Dtn,
        row.Declaration?.Value,
        row.Kind is { } kind ? Words.Of(kind) : null,
        row.Follows?.Value,
        row.AnnulledBy?.Value,
        row.Sources,
        row.Note);
}
