using System.Text.RegularExpressions;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Texts;
using Xunit;

namespace Alerting.Tests.Texts;

public sealed class VoiceTextTests
{
    private static readonly AlertTexts Texts = new();

    [Theory]
    [InlineData(Language.Dutch, Position.Inside, "Dit is de Nationaal Coördinator Terrorismebestrijding en Veiligheid. Voor de provincie Utrecht geldt dreigingsniveau vijf, kritiek, tot maandag achttien maart, achttien uur. Dit betreft u. Toets één om te bevestigen dat u dit weet.")]
    [InlineData(Language.Dutch, Position.Neighbour, "Dit is de Nationaal Coördinator Terrorismebestrijding en Veiligheid. Voor de provincie Utrecht geldt dreigingsniveau vijf, kritiek, tot maandag achttien maart, achttien uur. U bent dichtbij, maar het geldt niet voor u: uw niveau blijft gelijk. Toets één om te bevestigen dat u dit weet.")]
    [InlineData(Language.English, Position.Inside, "This is the National Coordinator for Counterterrorism and Security. For the province of Utrecht, threat level five, critical, holds, until Monday the eighteenth of March, six in the evening. This concerns you. Press one to confirm that you know this.")]
    public void EveryListenerHearsTheTextForHisPosition(Language language, Position position, string expected) =>
        Assert.Equal(expected, Voice(Some.Approved(), language, position));

    [Fact]
    public void WithoutAnEndItSaysSo()
    {
        var open = Some.Approved() with { Until = null };
        Assert.Contains(", tot nader bericht.", Voice(open, Language.Dutch), StringComparison.Ordinal);
        Assert.Contains(", until further notice.", Voice(open, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void AnExtensionSaysThatTheLevelStays()
    {
        var extended = Some.Approved() with { Kind = DeclarationKind.Extend };
        Assert.Contains("blijft dreigingsniveau vijf, kritiek, gelden, tot ", Voice(extended, Language.Dutch), StringComparison.Ordinal);
        Assert.Contains("threat level five, critical, continues, until ", Voice(extended, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Dutch, "Dit is de Nationaal Coördinator Terrorismebestrijding en Veiligheid. Ingetrokken: voor de provincie Utrecht geldt dreigingsniveau vijf, kritiek, niet meer. Het eerdere bericht vervalt. Toets één om te bevestigen dat u dit weet.")]
    [InlineData(Language.English, "This is the National Coordinator for Counterterrorism and Security. Withdrawn: for the province of Utrecht, threat level five, critical, no longer holds. Disregard the earlier message. Press one to confirm that you know this.")]
    public void AWithdrawalSaysTheSameToAll(Language language, string expected) =>
        Assert.All(Enum.GetValues<Position>(), position => Assert.Equal(expected, Voice(Following(DeclarationKind.Withdraw), language, position)));

    [Fact]
    public void ACorrectionSaysThatSomethingWasWrongAndWhatIsRight()
    {
        var correction = Following(DeclarationKind.Correct) with { Level = Level.Substantial };
        Assert.Contains("Dit is een correctie: een eerder bericht was onjuist. Voor de provincie Utrecht geldt dreigingsniveau vier", Voice(correction, Language.Dutch), StringComparison.Ordinal);
        Assert.Contains("This is a correction: an earlier message was wrong. For the province of Utrecht, threat level four", Voice(correction, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void ALaterStartIsSaid()
    {
        var later = Some.Approved() with { EffectiveFrom = new(2019, 3, 18, 13, 5, 0, TimeSpan.Zero) };
        Assert.Contains(", vanaf maandag achttien maart, veertien uur vijf, tot ", Voice(later, Language.Dutch), StringComparison.Ordinal);
        Assert.Contains(" holds from Monday the eighteenth of March, two oh five in the afternoon, until ", Voice(later, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-03-22T23:30:00Z", "zaterdag drieëntwintig maart, nul uur dertig", "Saturday the twenty-third of March, twelve thirty at night")]
    [InlineData("2019-03-21T23:00:00Z", "vrijdag tweeëntwintig maart, nul uur", "Friday the twenty-second of March, midnight")]
    [InlineData("2019-03-31T10:00:00Z", "zondag eenendertig maart, twaalf uur", "Sunday the thirty-first of March, noon")]
    [InlineData("2019-05-01T05:45:00Z", "woensdag één mei, zeven uur vijfenveertig", "Wednesday the first of May, seven forty-five in the morning")]
    [InlineData("2020-01-20T22:59:00Z", "maandag twintig januari tweeduizend twintig, drieëntwintig uur negenenvijftig", "Monday the twentieth of January twenty twenty, eleven fifty-nine in the evening")]
    public void TimesAreDutchAndInWords(string until, string dutch, string english)
    {
        var declaration = Some.Approved() with { Until = DateTimeOffset.Parse(until, null) };
        Assert.Contains($", tot {dutch}.", Voice(declaration, Language.Dutch), StringComparison.Ordinal);
        Assert.Contains($", until {english}.", Voice(declaration, Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeclarationStatus.Exercise, Language.Dutch, "Oefening. Oefening. Dit is een oefening.")]
    [InlineData(DeclarationStatus.Exercise, Language.English, "Exercise. Exercise. This is an exercise.")]
    [InlineData(DeclarationStatus.Test, Language.Dutch, "Test. Dit is een technische test.")]
    [InlineData(DeclarationStatus.Test, Language.English, "Test. This is a technical test.")]
    public void WhatIsNotRealSaysSoFirstAndLast(DeclarationStatus status, Language language, string mark)
    {
        var declaration = Some.Approved() with { Status = status };
        Assert.All([Voice(declaration, language), Texts.Thanks(declaration, Some.Recipient() with { Language = language })], text =>
        {
            Assert.StartsWith(mark, text, StringComparison.Ordinal);
            Assert.EndsWith(mark, text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void NothingIsSaidThatAVoiceWouldSpellOut()
    {
        foreach (var level in Enum.GetValues<Level>())
            foreach (var language in Enum.GetValues<Language>())
                foreach (var position in Enum.GetValues<Position>())
                    Assert.DoesNotMatch(new Regex(@"[0-9/()]|  |NCTV|DTN|[a-z]\.[a-z]"), Voice(Some.Approved() with { Level = level }, language, position));
    }

    private static Declaration Following(DeclarationKind kind) =>
        Some.Approved(2) with { Kind = kind, Original = OriginalStatement.Of(Some.Approved()) };

    private static string Voice(Declaration declaration, Language language, Position position = Position.Inside) =>
        Texts.Voice(declaration with { Id = DeclarationId.New(Some.Now) }, Some.Recipient() with { Language = language, Position = position });
}
