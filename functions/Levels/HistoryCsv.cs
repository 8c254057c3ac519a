using System.Globalization;

namespace Alerting.Functions;

/// <summary>The history of levels as a table for spreadsheets.</summary>
internal static class HistoryCsv
{
    private static readonly string[] Header =
    [
        "announced_at", "announced_precision", "from", "from_precision", "until", "until_precision", "ending",
        "scope_type", "scope_code", "scope_name", "level", "level_name", "scale", "dtn_label", "dtn_reference", "declaration", "sources", "note", "kind", "of", "annulled_by",
    ];

    /// <summary>The whole file.</summary>
    public static string Write(IEnumerable<HistoryRow> rows) => CsvText.Write([Header, .. rows.Select(Cells)]);

    private static string?[] Cells(HistoryRow row) =>
    [
        Time(row.Announced), row.Announced.Precision, Time(row.From), row.From.Precision, Time(row.Until), row.Until?.Precision, row.Ending,
        row.Scope.Type, row.Scope.Code, row.Scope.Name, row.Level.ToString(CultureInfo.InvariantCulture), row.LevelName.Nl, row.Scale,
        row.Dtn?.Label, row.Dtn?.Reference, row.Declaration, string.Join(' ', row.Sources), row.Note, row.Kind, row.Follows, row.AnnulledBy,
    ];

    private static string? Time(MomentDocument? moment) => moment is null ? null : Rfc3339.Write(moment.At);
}
