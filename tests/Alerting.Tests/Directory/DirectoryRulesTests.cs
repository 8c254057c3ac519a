using Alerting.Directory;
using Alerting.Texts;
using Xunit;

namespace Alerting.Tests.Directory;

public sealed class DirectoryRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 18, 12, 0, 0, TimeSpan.Zero);

    private static readonly ContactInput Mayor = new()
    {
        Id = "mayor",
        Function = " Burgemeester ",
        Language = "nl",
        Order = 1,
        Phone = "097-010000001",
        PhoneVerifiedAt = "2026-03-01",
        Email = "mayor@GM0344.example",
        EmailVerifiedAt = "2026-03-18T13:00:00+01:00",
    };

    private static readonly BodyInput Utrecht = new()
    {
        Id = "gm0344",
        Name = "Gemeente Utrecht",
        Place = "gm0344",
        Sectors = ["Government", "rail"],
        Tier = 1,
        Contacts = [Mayor],
    };

    [Fact]
    public void AGoodBodyComesOutInOneForm()
    {
        var body = DirectoryRules.Check(Utrecht, Now).Value;

        Assert.NotNull(body);
        Assert.Equal(("gm0344", "Gemeente Utrecht", "GM0344", 1), (body.Id, body.Name, body.Place, body.Tier));
        Assert.Equal(["government", "rail"], body.Sectors);
        var contact = Assert.Single(body.Contacts);
        Assert.Equal(
            new Contact
            {
                Id = "mayor",
                Function = "Burgemeester",
                Language = Language.Dutch,
                Order = 1,
                Phone = new("+3197010000001"),
                PhoneVerifiedAt = new(2026, 2, 28, 23, 0, 0, TimeSpan.Zero),
                Email = new("mayor@gm0344.example"),
                EmailVerifiedAt = Now,
            },
            contact);
    }

    public static TheoryData<string, BodyInput, string, string> BadBodies() => new()
    {
        { "no id", Utrecht with { Id = null }, "id", "id-form" },
        { "capitals", Utrecht with { Id = "GM0344" }, "id", "id-form" },
        { "65 characters", Utrecht with { Id = new('a', 65) }, "id", "id-form" },
        { "a line break at the end", Utrecht with { Id = "gm0344\n" }, "id", "id-form" },
        { "blank name", Utrecht with { Name = "  " }, "name", "required" },
        { "long name", Utrecht with { Name = new('a', 121) }, "name", "too-long" },
        { "line break", Utrecht with { Name = "Gemeente\r\nUtrecht" }, "name", "control-characters" },
        { "reversed writing", Utrecht with { Name = "Gemeente \u202EUtrecht" }, "name", "control-characters" },
        { "half a surrogate", Utrecht with { Name = "Gemeente \uD83D" }, "name", "control-characters" },
        { "unknown place", Utrecht with { Place = "GM9999" }, "place", "place-unknown" },
        { "no place", Utrecht with { Place = null }, "place", "place-unknown" },
        { "unknown sector", Utrecht with { Sectors = ["rail", "circus"] }, "sectors[1]", "sector-unknown" },
        { "null sector", Utrecht with { Sectors = [null] }, "sectors[0]", "sector-unknown" },
        { "sector twice", Utrecht with { Sectors = ["rail", "RAIL"] }, "sectors[1]", "sector-twice" },
        { "no tier", Utrecht with { Tier = null }, "tier", "tier-range" },
        { "tier 0", Utrecht with { Tier = 0 }, "tier", "tier-range" },
        { "tier 4", Utrecht with { Tier = 4 }, "tier", "tier-range" },
        { "nobody to tell", Utrecht with { Contacts = [] }, "contacts", "contacts-count" },
        { "no contacts", Utrecht with { Contacts = null }, "contacts", "contacts-count" },
        { "101 contacts", Utrecht with { Contacts = Many(101) }, "contacts", "contacts-count" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public void EachRuleOfABodyIsToldByItsField(string why, BodyInput input, string field, string rule)
    {
        var problem = Assert.Single(DirectoryRules.Check(input, Now).Problems);
        Assert.True((field, rule) == (problem.Field, problem.Rule), $"{why}: {problem}");
    }

    public static TheoryData<string, ContactInput, string, string> BadContacts() => new()
    {
        { "no id", Mayor with { Id = null }, ".id", "id-form" },
        { "blank in id", Mayor with { Id = "the mayor" }, ".id", "id-form" },
        { "41 characters", Mayor with { Id = new('a', 41) }, ".id", "id-form" },
        { "no function", Mayor with { Function = null }, ".function", "required" },
        { "long function", Mayor with { Function = new('a', 101) }, ".function", "too-long" },
        { "German", Mayor with { Language = "de" }, ".language", "language-unknown" },
        { "no language", Mayor with { Language = null }, ".language", "language-unknown" },
        { "order 0", Mayor with { Order = 0 }, ".order", "order-range" },
        { "no order", Mayor with { Order = null }, ".order", "order-range" },
        { "Belgian phone", Mayor with { Phone = "+32470123456" }, ".phone", "phone-country" },
        { "bad email", Mayor with { Email = "mayor" }, ".email", "email-form" },
        { "verified tomorrow", Mayor with { PhoneVerifiedAt = "2026-03-19" }, ".phoneVerifiedAt", "verified-in-future" },
        { "verified in a second", Mayor with { EmailVerifiedAt = "2026-03-18T13:00:01+01:00" }, ".emailVerifiedAt", "verified-in-future" },
        { "time without offset", Mayor with { EmailVerifiedAt = "2026-03-17T13:00:00" }, ".emailVerifiedAt", "time-form" },
        { "Dutch date", Mayor with { EmailVerifiedAt = "17-03-2026" }, ".emailVerifiedAt", "time-form" },
        { "verified nothing", Mayor with { Email = null }, ".emailVerifiedAt", "verified-nothing" },
    };

    [Theory]
    [MemberData(nameof(BadContacts))]
    public void EachRuleOfAContactIsToldByItsPath(string why, ContactInput input, string field, string rule)
    {
        var problem = Assert.Single(DirectoryRules.Check(Utrecht with { Contacts = [Deputy, input] }, Now).Problems);
        Assert.True(($"contacts[1]{field}", rule) == (problem.Field, problem.Rule), $"{why}: {problem}");
    }

    private static ContactInput Deputy => new() { Id = "deputy", Function = "Locoburgemeester", Language = "nl", Order = 2, Email = "deputy@gm0344.example" };

    [Fact]
    public void AContactNeedsAnAddress()
    {
        var problem = Assert.Single(Check(Deputy with { Phone = " ", Email = "" }).Problems);
        Assert.Equal(("contacts[0]", "address-missing"), (problem.Field, problem.Rule));
    }

    [Fact]
    public void EitherAddressIsEnough()
    {
        Assert.Empty(Check(Deputy).Problems);
        Assert.Empty(Check(Deputy with { Email = null, Phone = "097010000002" }).Problems);
    }

    [Fact]
    public void ContactIdsAreDistinct()
    {
        var problem = Assert.Single(Check(Deputy, Deputy with { Email = "other@gm0344.example" }).Problems);
        Assert.Equal(("contacts[1].id", "contact-twice"), (problem.Field, problem.Rule));
    }

    [Fact]
    public void NobodyIsTwiceInABodyHoweverTheAddressIsWritten()
    {
        var twin = Deputy with { Id = "twin", Email = "DEPUTY@gm0344.example", Phone = "0031 970 10000001" };
        var problems = Check(Mayor, Deputy, twin).Problems;
        Assert.Equal(["contacts[2].phone", "contacts[2].email"], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Equal("address-twice", problem.Rule));
    }

    [Fact]
    public void AllProblemsAreToldAtOnce()
    {
        var input = new BodyInput { Contacts = [null, Deputy with { Language = "fr" }] };
        var fields = DirectoryRules.Check(input, Now).Problems.Select(problem => problem.Field);
        Assert.Equal(
            ["id", "name", "place", "tier", "contacts[0]", "contacts[0].id", "contacts[0].function", "contacts[0].language", "contacts[0].order", "contacts[1].language"],
            fields);
    }

    [Fact]
    public void AHundredContactsAreTaken() => Assert.Equal(100, DirectoryRules.Check(Utrecht with { Contacts = Many(100) }, Now).Value?.Contacts.Count);

    private static Result<Body> Check(params ContactInput[] contacts) => DirectoryRules.Check(Utrecht with { Contacts = contacts }, Now);

    private static ContactInput[] Many(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Deputy with { Id = $"c{i}", Email = $"c{i}@gm0344.example" })];
}
