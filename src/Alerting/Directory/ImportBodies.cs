using System.Globalization;

namespace Alerting.Directory;

/// <summary>Gathers the lines of an import file into bodies, and what is wrong with them by line.</summary>
internal sealed class ImportBodies
{
    private readonly Dictionary<string, List<ImportLine>> _lines = [];
    private readonly List<(int Line, Problem Problem)> _problems = [];

    public void Wrong(int line, string rule, string column, string message) =>
        _problems.Add((line, Problem.Invalid(rule, Field(line, column), message)));

    public void Add(ImportLine line)
    {
        if (line.BodyId.Length == 0)
        {
            Wrong(line.Line, "required", "body_id", "This is missing.");
            return;
        }

        if (!_lines.TryGetValue(line.BodyId, out var lines))
            _lines[line.BodyId] = lines = [];
        else
            Compare(lines[0], line);
        lines.Add(line);
    }

    /// <summary>The bodies, or the first problems in the order of the lines.</summary>
    public Result<DirectoryImport> Finish(DateTimeOffset now, IReadOnlySet<string>? phoneCountries)
    {
        var bodies = new List<Body>(_lines.Count);
        foreach (var lines in _lines.Values)
        {
            var input = lines[0].Body with { Contacts = [.. lines.Select(line => line.Contact)] };
            var result = DirectoryRules.Check(input, now, phoneCountries);
            if (result.Value is { } body)
                bodies.Add(body);
            foreach (var problem in result.Problems)
                Place(lines, problem);
        }

        return _problems.Count == 0 ? new DirectoryImport(bodies, bodies.Sum(body => body.Contacts.Count)) : Report();
    }

    private void Compare(ImportLine first, ImportLine line)
    {
        foreach (var column in line.Disagreements(first))
            Wrong(line.Line, "csv-body-differs", column, $"This differs from line {first.Line}, which is of the same body.");
    }

    /// <summary>Says a problem of a body in terms of lines and columns.</summary>
    private void Place(List<ImportLine> lines, Problem problem)
    {
        var (line, name) = (lines[0], problem.Field);
        if (name.StartsWith("contacts[", StringComparison.Ordinal))
        {
            var close = name.IndexOf(']', StringComparison.Ordinal);
            line = lines[int.Parse(name.AsSpan(9, close - 9), CultureInfo.InvariantCulture)];
            name = name[(close + 1)..].TrimStart('.');
            name = name == "id" ? "contact_id" : name;
        }

        _problems.Add((line.Line, problem with { Field = Field(line.Line, Column(name)) }));
    }

    private static string Column(string field) => field switch
    {
        "id" => "body_id",
        "name" => "body_name",
        "phoneVerifiedAt" => "phone_verified_at",
        "emailVerifiedAt" => "email_verified_at",
        "contacts" => "",
        _ => field.Split('[')[0],
    };

    private static string Field(int line, string column) => column.Length == 0 ? $"line {line}" : $"line {line}: {column}";

    private List<Problem> Report()
    {
        var report = _problems.OrderBy(found => found.Line).Take(DirectoryCsv.MaxProblems).Select(found => found.Problem).ToList();
        var rest = _problems.Count - report.Count;
        if (rest > 0)
            report.Add(Problem.Invalid("csv-more-problems", "", $"There are {rest} more problems in the file."));
        return report;
    }
}
