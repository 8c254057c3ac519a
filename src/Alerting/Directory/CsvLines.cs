using CsvHelper;

namespace Alerting.Directory;

/// <summary>The data lines of an import file, cut into cells, with what breaks the form of CSV in them.</summary>
internal sealed class CsvLines : IDisposable
{
    private const int MaxLineBytes = 64_000;

    private readonly CsvReader _reader;
    private CsvMalformedReason? _malformed;

    /// <summary>Reads what follows the header line.</summary>
    public CsvLines(TextReader rest, char separator) =>
        _reader = CsvReader.Create(rest, Options(separator) with { OnMalformedRecord = record => _malformed ??= record.Reason }, leaveOpen: true);

    /// <summary>Line in the file, from 1 for the header.</summary>
    public int Line => (int)_reader.LineNumber + 1;

    /// <summary>The cells of the line.</summary>
    public string[] Cells { get; private set; } = [];

    /// <summary>What is wrong with the quotes of the line; null when nothing is.</summary>
    public string? Fault => _malformed switch
    {
        null => null,
        CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote =>
            "A quote is opened and not closed on this line; values hold no line breaks.",
        _ => "A quote stands where none may: a value with quotes in it is quoted as a whole, and each quote in it is doubled.",
    };

    /// <summary>Cuts one line.</summary>
    public static string[] Cut(string line, char separator)
    {
        using var reader = CsvReader.FromText(line, Options(separator));
        return reader.Read() ? CellsOf(reader) : [];
    }

    /// <summary>Goes to the next line that has anything on it.</summary>
    /// <exception cref="CsvFormatException">A line is longer than any that could be right.</exception>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        do
        {
            _malformed = null;
            if (!await _reader.ReadAsync(cancellationToken))
                return false;
            Cells = CellsOf(_reader);
        }
        while (Cells.All(string.IsNullOrWhiteSpace));
        return true;
    }

    public void Dispose() => _reader.Dispose();

    private static CsvReaderOptions Options(char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxLineBytes,
        // No value holds a line break, so that an unclosed quote spoils its own line only.
        AllowLineBreaksInQuotes = false,
    };

    private static string[] CellsOf(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
}
