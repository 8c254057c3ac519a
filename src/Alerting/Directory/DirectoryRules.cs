using System.Text.RegularExpressions;
using Alerting.Scopes;

namespace Alerting.Directory;

/// <summary>Decides whether a body may enter the directory.</summary>
public static partial class DirectoryRules
{
    /// <summary>Most contacts of one body.</summary>
    public const int MaxContacts = 100;

    /// <summary>Checks a body and its contacts against every rule that needs no other body.</summary>
    /// <param name="input">What was sent.</param>
    /// <param name="now">Nothing can have been verified after it.</param>
    /// <param name="phoneCountries">Countries whose numbers are taken; null for <see cref="MobileNumbers.HomeOnly"/>.</param>
    /// <returns>The body with its numbers and addresses in one form, or all problems, with paths such as <c>contacts[2].phone</c>.</returns>
    public static Result<Body> Check(BodyInput input, DateTimeOffset now, IReadOnlySet<string>? phoneCountries = null)
    {
        var findings = new Findings();
        var contacts = new ContactRules(findings, now, phoneCountries ?? MobileNumbers.HomeOnly);
        var body = new Body
        {
            Id = Id(findings, input.Id),
            Name = findings.Name("name", input.Name, 120),
            Place = Place(findings, input.Place),
            Sectors = SectorsOf(findings, input.Sectors ?? []),
            Tier = Tier(findings, input.Tier),
            Contacts = Contacts(findings, contacts, input.Contacts ?? []),
        };
        return findings.All.Count == 0 ? body : findings.All.ToArray();
    }

    private static string Id(Findings findings, string? id)
    {
        if (id is null || !IdForm().IsMatch(id))
            findings.Add("id-form", "id", "The id has 1 to 64 lower-case letters, digits and dashes, such as gm0344.");
        return id ?? "";
    }

    private static string Place(Findings findings, string? code)
    {
        var place = Places.Find(code);
        if (place is null)
            findings.Add("place-unknown", "place", "There is no such place. Give the code of a municipality, region, province or site, or NL.");
        return place?.Code ?? "";
    }

    private static List<string> SectorsOf(Findings findings, IReadOnlyList<string?> names)
    {
        var seen = new List<string>();
        for (var i = 0; i < names.Count; i++)
        {
            if (Sectors.Find(names[i]) is not { Code: var code })
                findings.Add("sector-unknown", $"sectors[{i}]", $"There is no such sector. The sectors are: {string.Join(", ", Sectors.All.Select(sector => sector.Code))}.");
            else if (seen.Contains(code))
                findings.Add("sector-twice", $"sectors[{i}]", "This sector is listed before.");
            else
                seen.Add(code);
        }

        return seen;
    }

    private static int Tier(Findings findings, int? tier)
    {
        if (tier is not (>= 1 and <= 3))
            findings.Add("tier-range", "tier", "The tier is 1 (told first), 2 or 3.");
        return tier ?? 0;
    }

    private static List<Contact> Contacts(Findings findings, ContactRules rules, IReadOnlyList<ContactInput?> inputs)
    {
        if (inputs.Count is 0 or > MaxContacts)
            findings.Add("contacts-count", "contacts", $"A body has 1 to {MaxContacts} contacts; this one has {inputs.Count}.");
        return [.. inputs.Take(MaxContacts).Select((input, i) => rules.Check(input ?? new(), $"contacts[{i}]"))];
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,64}\z")]
    private static partial Regex IdForm();
}
