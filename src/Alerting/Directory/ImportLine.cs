using System.Globalization;

namespace Alerting.Directory;

/// <summary>One data line: a contact, and what the line says about its body.</summary>
internal sealed class ImportLine
{
    private static readonly char[] SectorSeparators = [' ', '|'];

    public ImportLine(int line, Func<string, string> cell)
    {
        Line = line;
        BodyId = cell("body_id").Trim();
        Body = new()
        {
            Id = BodyId,
            Name = cell("body_name").Trim(),
            Place = cell("place").Trim(),
            Sectors = cell("sectors").Split(SectorSeparators, StringSplitOptions.RemoveEmptyEntries),
            Tier = Number(cell("tier")),
        };
        Contact = new()
        {
            Id = cell("contact_id").Trim(),
            Function = cell("function"),
            Language = cell("language").Trim(),
            Order = Number(cell("order")),
            Phone = cell("phone"),
            PhoneVerifiedAt = cell("phone_verified_at"),
            Email = cell("email"),
            EmailVerifiedAt = cell("email_verified_at"),
        };
    }

    public int Line { get; }

    public string BodyId { get; }

    /// <summary>The body, without contacts.</summary>
    public BodyInput Body { get; }

    public ContactInput Contact { get; }

    /// <summary>The columns in which two lines of one body disagree.</summary>
    public IEnumerable<string> Disagreements(ImportLine other)
    {
        if (Body.Name != other.Body.Name)
            yield return "body_name";
        if (Body.Place != other.Body.Place)
            yield return "place";
        if (!Body.Sectors!.SequenceEqual(other.Body.Sectors!))
            yield return "sectors";
        if (Body.Tier != other.Body.Tier)
            yield return "tier";
    }

    // What is not a number is out of every range that the rules know.
    private static int Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
