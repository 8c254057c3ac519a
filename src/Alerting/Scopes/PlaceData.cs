using System.Globalization;
using CsvHelper;

namespace Alerting.Scopes;

/// <summary>Reads the two embedded files that <see cref="Places"/> is made of.</summary>
internal static class PlaceData
{
    public static IEnumerable<Place> Read()
    {
        var divisions = new Dictionary<string, Place>();
        foreach (var row in Rows("divisions.csv"))
            divisions.Add(row[0], new(row[0], TypeOf(row[0]), row[1], Chain(divisions, row[2])));
        return divisions.Values.Concat(Rows("sites.csv").Select(row => ReadSite(row, divisions)));
    }

    private static Place ReadSite(string[] row, Dictionary<string, Place> divisions)
    {
        var site = new Site(Enum.Parse<SiteKind>(row[1], ignoreCase: true), Degrees(row[4]), Degrees(row[5]));
        return new(row[0], ScopeType.Site, row[2], Chain(divisions, row[3]), site);
    }

    // Larger places come first in the file, so that the chain of the next larger one is there already.
    private static string[] Chain(Dictionary<string, Place> known, string within) =>
        within.Length == 0 ? [] : [within, .. known[within].Within];

    private static ScopeType TypeOf(string code) => code[..2] switch
    {
        "NL" => ScopeType.Country,
        "PV" => ScopeType.Province,
        "VR" => ScopeType.Region,
        "GM" => ScopeType.Municipality,
        _ => throw new InvalidDataException($"'{code}' is no division."),
    };

    private static double? Degrees(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(PlaceData).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidDataException($"{file} is not embedded.");
        using var reader = CsvReader.Create(stream, CsvReaderOptions.Default);
        while (reader.Read())
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
    }
}
