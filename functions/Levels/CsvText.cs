using System.Buffers;

namespace Alerting.Functions;

/// <summary>Writes CSV (RFC 4180) that a spreadsheet shows and never runs.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n;");

    // What a spreadsheet takes for the start of a formula.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n");

    /// <summary>The lines of a table.</summary>
    public static string Write(IEnumerable<IReadOnlyList<string?>> rows) => string.Concat(rows.Select(row => $"{string.Join(',', row.Select(Cell))}\r\n"));

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = FormulaStarts.Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
