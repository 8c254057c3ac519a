using System.Text.Json;
using System.Text.Json.Serialization;
using Alerting.Declarations;
using Alerting.Json;
using Alerting.Scopes;

namespace Alerting.Levels;

/// <summary>The levels of the Netherlands from May 2005 to December 2025, as far as their announcements were found.</summary>
/// <remarks>Embedded from <c>history.json</c>; every entry names its sources, see <c>README.md</c> beside it. Loaded on first use.</remarks>
public static partial class LevelHistory
{
    /// <summary>All entries, oldest first.</summary>
    public static IReadOnlyList<HistoryEntry> Entries { get; } = Read();

    private static HistoryEntry[] Read()
    {
        using var stream = typeof(LevelHistory).Assembly.GetManifestResourceStream("history.json")
            ?? throw new InvalidDataException("history.json is not embedded.");
        var rows = JsonSerializer.Deserialize(stream, HistoryJson.Default.HistoryRowArray)!;
        return [.. rows.Select(Entry).OrderBy(entry => entry.From.At)];
    }

    private static HistoryEntry Entry(HistoryRow row) => new()
    {
        Announced = row.Announced,
        From = row.From,
        Until = row.Until,
        Ending = row.Ending,
        Scope = Scope.Of(Places.Get(row.Scope)),
        Level = row.Level,
        Label = row.Label,
        Scale = row.Scale,
        Dtn = row.Dtn,
        Sources = row.Sources,
        Note = row.Note,
    };

    internal sealed record HistoryRow(
        HistoricDate Announced,
        HistoricDate From,
        HistoricDate? Until,
        Ending? Ending,
        string Scope,
        Level Level,
        string Label,
        ScaleVersion Scale,
        Dtn? Dtn,
        string[] Sources,
        string? Note);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = false,
        Converters = [typeof(CamelCaseWords<ScaleVersion>), typeof(CamelCaseWords<DatePrecision>), typeof(CamelCaseWords<Ending>)])]
    [JsonSerializable(typeof(HistoryRow[]))]
    internal sealed partial class HistoryJson : JsonSerializerContext;
}
