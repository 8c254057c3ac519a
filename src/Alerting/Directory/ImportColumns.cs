using System.Globalization;

namespace Alerting.Directory;

/// <summary>Where each column of an import file stands, by its header line.</summary>
internal sealed class ImportColumns
{
    private static readonly string[] Names =
    [
        "body_id", "body_name", "place", "sectors", "tier", "contact_id", "function", "language", "order",
        "phone", "phone_verified_at", "email", "email_verified_at",
    ];

    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);

    private ImportColumns()
    {
    }

    public int Count => _index.Count;

    /// <summary>Reads the header; every column must be there once, in any order, and no other.</summary>
    public static Result<ImportColumns> Read(string[] header)
    {
        var columns = new ImportColumns();
        var problems = new List<Problem>();
        foreach (var name in header.Select(cell => cell.Trim()))
        {
            if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
                problems.Add(Wrong("csv-column-unknown", $"There is no column {Quoted(name)}. The columns are: {string.Join(", ", Names)}."));
            else if (!columns._index.TryAdd(name, columns.Count))
                problems.Add(Wrong("csv-column-twice", $"The column {name} is there twice."));
        }

        problems.AddRange(Names.Where(name => !columns._index.ContainsKey(name))
            .Select(name => Wrong("csv-column-missing", $"The column {name} is missing. It may be left empty, but must be there.")));
        return problems.Count == 0 ? columns : problems;
    }

    public ImportLine Line(int line, string[] cells) => new(line, name => cells[_index[name]]);

    private static Problem Wrong(string rule, string message) => Problem.Invalid(rule, "line 1", message);

    private static string Quoted(string name)
    {
        var shown = string.Concat(name.Take(40).Select(c => char.IsControl(c) ? '?' : c));
        return string.Create(CultureInfo.InvariantCulture, $"\"{shown}\"");
    }
}
