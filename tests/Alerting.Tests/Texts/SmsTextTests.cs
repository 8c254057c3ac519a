using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Texts;
using Xunit;

namespace Alerting.Tests.Texts;

public sealed class SmsTextTests
{
    private static readonly AlertTexts Texts = new();

    private static string Sms(Declaration declaration, Language language, Position position) =>
        Texts.Render(new(declaration, Channel.Sms, language, position)).Body;

    [Theory]
    [InlineData(Language.Dutch, Position.Inside, "NCTV: dreigingsniveau 5 (kritiek) voor provincie Utrecht tot 18:00. Dit betreft u. Code 7K3Q: controleer en antwoord ermee.")]
    [InlineData(Language.Dutch, Position.Neighbour, "NCTV: dreigingsniveau 5 (kritiek) voor provincie Utrecht tot 18:00. Dichtbij u, niet voor u: uw niveau blijft gelijk. Code 7K3Q: controleer en antwoord ermee.")]
    [InlineData(Language.Dutch, Position.Elsewhere, "NCTV: dreigingsniveau 5 (kritiek) voor provincie Utrecht tot 18:00. U valt erbuiten: uw niveau blijft gelijk. Code 7K3Q: controleer en antwoord ermee.")]
    [InlineData(Language.English, Position.Inside, "NCTV: threat level 5 (critical) for province of Utrecht until 18:00. This concerns you. Code 7K3Q: check it and reply with it.")]
    [InlineData(Language.English, Position.Neighbour, "NCTV: threat level 5 (critical) for province of Utrecht until 18:00. Near you, not for you: your level is unchanged. Code 7K3Q: check it and reply with it.")]
    [InlineData(Language.English, Position.Elsewhere, "NCTV: threat level 5 (critical) for province of Utrecht until 18:00. You are outside it: your level is unchanged. Code 7K3Q: check it and reply with it.")]
    public void EveryReaderGetsTheTextForHisPosition(Language language, Position position, string expected) =>
        Assert.Equal(expected, Sms(Some.Approved() with { Until = Utc(17) }, language, position));

    [Fact]
    public void WithoutAnEndItSaysSo()
    {
        var open = Some.Approved() with { Until = null };
        Assert.Contains("tot nader bericht", Sms(open, Language.Dutch, Position.Inside), StringComparison.Ordinal);
        Assert.Contains("until further notice", Sms(open, Language.English, Position.Inside), StringComparison.Ordinal);
    }

    [Fact]
    public void ALaterStartIsSaid()
    {
        var later = Some.Approved() with { EffectiveFrom = Utc(13), Until = Utc(17 + 24) };
        Assert.Contains("vanaf 14:00 tot 19 mrt 18:00.", Sms(later, Language.Dutch, Position.Inside), StringComparison.Ordinal);
        Assert.Contains("from 14:00 until 19 Mar 18:00.", Sms(later, Language.English, Position.Inside), StringComparison.Ordinal);
    }

    [Theory]
    // Approved at 23:30 in Utrecht on 18 March, still 22:30 UTC: half past midnight is another day here.
    [InlineData("2019-03-18T22:30:00Z", "2019-03-18T23:30:00Z", "tot 19 mrt 00:30.")]
    [InlineData("2019-03-18T10:00:00Z", "2019-03-18T22:59:00Z", "tot 23:59.")]
    [InlineData("2019-12-30T10:00:00Z", "2020-01-02T11:00:00Z", "tot 2 jan 2020 12:00.")]
    [InlineData("2019-07-01T10:00:00Z", "2019-07-01T16:00:00Z", "tot 18:00.")]
    [InlineData("2019-03-30T10:00:00Z", "2019-03-31T16:00:00Z", "tot 31 mrt 18:00.")]
    public void TimesAreDutchAndHaveADateUnlessTheyAreToday(string approved, string until, string expected)
    {
        var at = DateTimeOffset.Parse(approved, null);
        var declaration = Some.Approved() with { Decision = new("approver-1", at, null), EffectiveFrom = at, Until = DateTimeOffset.Parse(until, null) };
        Assert.Contains(expected, Sms(declaration, Language.Dutch, Position.Inside), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeclarationStatus.Exercise, Language.Dutch, "OEFENING OEFENING NCTV: ", "OEFENING")]
    [InlineData(DeclarationStatus.Exercise, Language.English, "EXERCISE EXERCISE NCTV: ", "EXERCISE")]
    [InlineData(DeclarationStatus.Test, Language.Dutch, "TEST NCTV: ", "TEST")]
    [InlineData(DeclarationStatus.Test, Language.English, "TEST NCTV: ", "TEST")]
    public void WhatIsNotMeantSaysSoFirstAndLast(DeclarationStatus status, Language language, string start, string end)
    {
        var text = Sms(Some.Approved() with { Status = status }, language, Position.Inside);
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.EndsWith(end, text, StringComparison.Ordinal);
    }

    /// <summary>Every scope there is, in every language and position, with every level and status in the shortest and the longest periods.</summary>
    [Theory]
    [MemberData(nameof(Periods))]
    public void EveryStandardTextFitsOneSegmentAndSaysAll(string period, int? from, int? until, bool allLevels)
    {
        var scopes = Places.All.Select(Scope.Of).Concat(Sectors.All.Select(sector => new Scope(ScopeType.Sector, sector.Code)));
        var approved = Some.Approved() with { EffectiveFrom = Utc(from ?? 10), Until = until is { } hour ? Utc(hour) : null };
        var declarations =
            from scope in scopes
            from level in Enum.GetValues<Level>()
            from status in Enum.GetValues<DeclarationStatus>()
            // The mark of a test lies between none and that of an exercise, and so do the periods: the longest level name will do.
            where level == Level.Substantial || (status != DeclarationStatus.Test && allLevels)
            select approved with { Scope = scope, Level = level, Status = status };

        Parallel.ForEach(declarations, declaration =>
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var position in Enum.GetValues<Position>())
                    AssertSaysAll(declaration, language, position, $"{period}, {declaration.Scope}");
            }
        });
    }

    public static TheoryData<string, int?, int?, bool> Periods() => new()
    {
        { "open", null, null, true },
        { "until tonight", null, 17, false },
        { "until tomorrow", null, 17 + 24, false },
        { "until next year", null, 300 * 24, false },
        { "from tomorrow", 34, null, false },
        { "from another day until another year", 20 * 24, 300 * 24, true },
    };

    private static void AssertSaysAll(Declaration declaration, Language language, Position position, string which)
    {
        var text = Sms(declaration, language, position);
        var dutch = language == Language.Dutch;
        (string Start, string Then) says = (position, dutch) switch
        {
            (Position.Inside, true) => ("Dit betreft u.", ""),
            (Position.Inside, false) => ("This concerns you.", ""),
            (Position.Neighbour, true) => ("Dichtbij", "niet voor u"),
            (Position.Neighbour, false) => ("Near", "not for you: your level "),
            (_, true) => ("U valt erbuiten", ": uw niveau blijft"),
            (_, false) => ("You are outside", ": your level "),
        };
        var end = declaration.Until is { } until ? $"{DutchTime.Of(until):HH:mm}." : dutch ? " nader bericht." : " further notice.";
        string[] parts = [end, $"{(int)declaration.Level} ({LevelScale.NameOf(declaration.Level).In(language)}) ", says.Start, says.Then, " 7K3Q"];
        var size = SmsSize.Of(text);
        Assert.True(size is { IsGsm7: true, Segments: 1, Units: <= 160 }, $"{which}: {size.Units} in '{text}'");
        Assert.True(parts.All(part => text.Contains(part, StringComparison.Ordinal)), $"{which}: '{text}'");
        Assert.True(NamesScope(declaration.Scope, language, text), $"{which}: '{text}'");
        Assert.True(declaration.Status != DeclarationStatus.Exercise || text.StartsWith(dutch ? "OEFENING OEFENING " : "EXERCISE EXERCISE ", StringComparison.Ordinal), text);
    }

    // A cut name carries the code of the place; that of a sector has no room for one.
    private static bool NamesScope(Scope scope, Language language, string text)
    {
        if (scope.Type == ScopeType.Country)
            return text.Contains("Nederland", StringComparison.Ordinal) || text.Contains("Netherlands", StringComparison.Ordinal) || text.Contains(") NL", StringComparison.Ordinal);
        var name = Gsm7.Downgrade(scope.Type == ScopeType.Sector ? Sectors.Find(scope.Code)!.Name.In(language) : scope.Name);
        return text.Contains(name, StringComparison.Ordinal)
            || (text.Contains(name[..3], StringComparison.Ordinal) && text.Contains($". {scope.Code}", StringComparison.Ordinal))
            || (scope.Type == ScopeType.Sector && text.Contains(name[..12], StringComparison.Ordinal));
    }

    [Fact]
    public void ALongerIssuerIsStillOneSegment()
    {
        var declaration = Some.Approved() with
        {
            Scope = new(ScopeType.Region, "VR06"), Level = Level.Substantial, Status = DeclarationStatus.Exercise,
            EffectiveFrom = Utc(20 * 24), Until = Utc(300 * 24),
        };
        var text = new AlertTexts("Ministerie1").Render(new(declaration, Channel.Sms, Language.Dutch, Position.Neighbour)).Body;
        Assert.Equal(1, SmsSize.Of(text).Segments);
        Assert.Contains(". VR06, ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ministerie12")]
    [InlineData("Min€")]
    [InlineData("Min\n")]
    public void AnIssuerThatWouldNotFitIsRefused(string issuer) => Assert.Throws<ArgumentException>(() => new AlertTexts(issuer));

    [Fact]
    public void AProposalHasNoText() =>
        Assert.Throws<ArgumentException>(() => Sms(Some.Declaration(), Language.Dutch, Position.Inside));

    private static DateTimeOffset Utc(int hour) => Some.Now.Date.AddHours(hour) is var time ? new(time, TimeSpan.Zero) : default;
}
