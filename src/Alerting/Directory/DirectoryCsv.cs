using System.Text;
using CsvHelper;

namespace Alerting.Directory;

/// <summary>
/// Reads the directory from a CSV file (RFC 4180, UTF-8 with or without byte-order mark, comma or semicolon): one line for
/// each contact, with what it says about the body repeated on each line of the body.
/// </summary>
public static class DirectoryCsv
{
    /// <summary>Most data lines in a file.</summary>
    public const int MaxLines = 20_000;

    /// <summary>Most bytes in a file: 10 MB.</summary>
    public const int MaxBytes = 10_000_000;

    /// <summary>Most problems that are reported one by one.</summary>
    public const int MaxProblems = 100;

    /// <summary>Reads a whole file; nothing of it may be used if anything in it is wrong.</summary>
    /// <param name="file">The file; read to its end or to the limit, not closed.</param>
    /// <param name="now">Nothing can have been verified after it.</param>
    /// <param name="phoneCountries">Countries whose numbers are taken; null for <see cref="MobileNumbers.HomeOnly"/>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>All bodies, or problems whose field names line and column, such as <c>line 17: phone</c>; line 1 is the header.</returns>
    public static async Task<Result<DirectoryImport>> ReadAsync(
        Stream file, DateTimeOffset now, IReadOnlySet<string>? phoneCountries, CancellationToken cancellationToken)
    {
        await using var limited = new LimitedStream(file, MaxBytes);
        using var reader = new StreamReader(limited, new UTF8Encoding(true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        Result<DirectoryImport> result;
        try
        {
            result = await ReadAsync(reader, bodies => bodies.Finish(now, phoneCountries), cancellationToken);
        }
        catch (CsvFormatException)
        {
            result = Wrong("csv-line-too-long", "A line of the file is longer than any that could be right. Is it a CSV file?");
        }
        catch (DecoderFallbackException)
        {
            result = Wrong("csv-encoding", "The file is not UTF-8. In Excel, save it as \"CSV UTF-8\".");
        }

        return limited.WasCut ? Wrong("csv-too-large", $"The file is larger than {MaxBytes / 1_000_000} MB. Import it in parts.") : result;
    }

    private static async Task<Result<DirectoryImport>> ReadAsync(
        StreamReader reader, Func<ImportBodies, Result<DirectoryImport>> finish, CancellationToken cancellationToken)
    {
        var header = await reader.ReadLineAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(header))
            return Wrong("csv-empty", "The file is empty, or does not begin with a header line.");

        var separator = header.Count(c => c == ';') > header.Count(c => c == ',') ? ';' : ',';
        var columns = ImportColumns.Read(CsvLines.Cut(header, separator));
        if (columns.Value is null)
            return columns.Problems.Take(MaxProblems).ToArray();

        using var lines = new CsvLines(reader, separator);
        var bodies = new ImportBodies();
        return await FillAsync(bodies, lines, columns.Value, cancellationToken) switch
        {
            0 => Wrong("csv-empty", "The file has a header, but no contacts."),
            > MaxLines => Wrong("csv-too-many-lines", $"The file has more than {MaxLines} contacts, the most that are taken at once. Import it in parts."),
            _ => finish(bodies),
        };
    }

    private static async Task<int> FillAsync(ImportBodies bodies, CsvLines lines, ImportColumns columns, CancellationToken cancellationToken)
    {
        var count = 0;
        while (await lines.NextAsync(cancellationToken) && ++count <= MaxLines)
        {
            if (lines.Fault is { } fault)
                bodies.Wrong(lines.Line, "csv-quotes", "", fault);
            else if (lines.Cells.Length != columns.Count)
                bodies.Wrong(lines.Line, "csv-cells", "", $"The line has {lines.Cells.Length} values; the header has {columns.Count}.");
            else
                bodies.Add(columns.Line(lines.Line, lines.Cells));
        }

        return count;
    }

    private static Problem Wrong(string rule, string message) => Problem.Invalid(rule, "", message);
}
