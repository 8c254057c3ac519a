using Alerting.Directory;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Texts;
using Xunit;

namespace Alerting.Tests.Directory;

public sealed class DemonstrationDirectoryTests
{
    private static readonly DateTimeOffset Now = new(2025, 7, 1, 0, 0, 0, TimeSpan.Zero);

    private static async Task<IReadOnlyList<Body>> BodiesAsync()
    {
        await using var file = File.OpenRead(Repository.PathTo("local", "demo", "directory.csv"));
        var result = await DirectoryCsv.ReadAsync(file, Now, null, TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        return result.Value!.Bodies;
    }

    [Fact]
    public async Task ItImportsWithoutProblemsAndHasEverybody()
    {
        var bodies = await BodiesAsync();
        var counts = bodies.GroupBy(body => Places.Get(body.Place).Type).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(1500, bodies.Sum(body => body.Contacts.Count));
        Assert.Equal(25, bodies.Count(body => body.Id.StartsWith("vr", StringComparison.Ordinal)));
        Assert.Equal(12, bodies.Count(body => body.Id.StartsWith("pv", StringComparison.Ordinal)));
        Assert.Equal(110 + 5 + 18, counts[ScopeType.Site]);
        Assert.Equal(11, counts[ScopeType.Country]);
        Assert.All(bodies.Where(body => body.Id.StartsWith("ap-", StringComparison.Ordinal)), body => Assert.Contains("aviation", body.Sectors));
        Assert.All(bodies.Where(body => body.Id.StartsWith("st-", StringComparison.Ordinal)), body => Assert.Contains("rail", body.Sectors));
        Assert.All(bodies.Where(body => body.Id.StartsWith("pt-", StringComparison.Ordinal)), body => Assert.Contains("ports", body.Sectors));
    }

    [Fact]
    public async Task EveryMunicipalityHasItsMayorDeputyAndDutyOfficerInThatOrder()
    {
        var bodies = (await BodiesAsync()).ToDictionary(body => body.Id);
        var municipalities = Places.All.Where(place => place.Type == ScopeType.Municipality).ToList();

        Assert.Equal(342, municipalities.Count);
#pragma warning disable CA1308 // Ids of bodies are in lower case.
        Assert.All(municipalities, place => Assert.Equal(
            [("mayor", 1), ("deputy", 2), ("duty", 3)],
            bodies[place.Code.ToLowerInvariant()].Contacts.Select(contact => (contact.Id, contact.Order))));
#pragma warning restore CA1308
    }

    [Fact]
    public async Task NobodyIsRealAndNobodyIsTwice()
    {
        var contacts = (await BodiesAsync()).SelectMany(body => body.Contacts).ToList();

        Assert.Equal(1500, contacts.Select(contact => contact.Phone).Distinct().Count());
        Assert.Equal(1500, contacts.Select(contact => contact.Email).Distinct().Count());
        Assert.All(contacts, contact => Assert.StartsWith("+319701000", contact.Phone?.Value, StringComparison.Ordinal));
        Assert.All(contacts, contact => Assert.EndsWith(".example", contact.Email?.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SomeReadEnglishAndSomeWereNeverVerified()
    {
        var contacts = (await BodiesAsync()).SelectMany(body => body.Contacts).ToList();

        Assert.Equal(14, contacts.Count(contact => contact.Language == Language.English));
        Assert.Equal(136, contacts.Count(contact => contact.PhoneVerifiedAt is null));
        Assert.Equal(115, contacts.Count(contact => contact.EmailVerifiedAt is null));
    }

    [Fact]
    public async Task EveryContactInTheProvinceOfUtrechtIsFound()
    {
        var scope = new Scope(ScopeType.Province, "PV26");
        var inside = (await BodiesAsync()).Where(body => scope.PositionOf(Places.Get(body.Place), body.Sectors) == Position.Inside).ToList();
        var kinds = inside.GroupBy(body => body.Id[..2]).ToDictionary(group => group.Key, group => group.Sum(body => body.Contacts.Count));

        Assert.Equal(26 * 3, kinds["gm"]);
        Assert.Equal(3, kinds["vr"]);
        Assert.Equal(2, kinds["pv"]);
        // Utrecht Centraal and Amersfoort Centraal with three, twelve others with two.
        Assert.Equal((2 * 3) + (12 * 2), kinds["st"]);
        Assert.Equal(6 * 3, inside.Where(body => body is { Place: "NL", Tier: 1 }).Sum(body => body.Contacts.Count));
        Assert.Equal(5 * 2, inside.Where(body => body is { Place: "NL", Tier: 3 }).Sum(body => body.Contacts.Count));
        Assert.Equal(["demo-ov-gm0344", "demo-water-midden"], inside.Where(body => body.Id.StartsWith("demo", StringComparison.Ordinal)).Select(body => body.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhoIsToldFirstIsInTierOne()
    {
        var tiers = (await BodiesAsync()).ToDictionary(body => body.Id, body => body.Tier);
        string[] first = ["ncc", "vr09", "gm0344", "ap-ams", "st-ut"];
        string[] second = ["pv26", "pt-nlrtm", "st-amf"];
        string[] third = ["min-jenv", "demo-airways"];
        Assert.All(first, id => Assert.Equal(1, tiers[id]));
        Assert.All(second, id => Assert.Equal(2, tiers[id]));
        Assert.All(third, id => Assert.Equal(3, tiers[id]));
    }
}
