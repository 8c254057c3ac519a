using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Texts;
using Xunit;

namespace Alerting.Tests.Texts;

public sealed class EmailTextTests
{
    private static readonly AlertTexts Texts = new();

    private static RenderedText Email(Declaration declaration, Language language = Language.Dutch, Position position = Position.Inside) =>
        Texts.Render(new(declaration, Channel.Email, language, position));

    [Fact]
    public void TheReadersLanguageComesFirstAndTheOtherFollows()
    {
        var dutch = Email(Some.Approved()).Body;
        var english = Email(Some.Approved(), Language.English).Body;

        Assert.True(dutch.IndexOf("Aanslag in Utrecht.", StringComparison.Ordinal) < dutch.IndexOf("Attack in Utrecht.", StringComparison.Ordinal));
        Assert.True(english.IndexOf("Attack in Utrecht.", StringComparison.Ordinal) < english.IndexOf("Aanslag in Utrecht.", StringComparison.Ordinal));
        Assert.StartsWith("(English text below)", dutch, StringComparison.Ordinal);
        Assert.StartsWith("(Nederlandse tekst hieronder)", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Dutch, Position.Inside, "Dreigingsniveau 5 (kritiek) voor provincie Utrecht tot 18:00")]
    [InlineData(Language.Dutch, Position.Neighbour, "Dichtbij u, niet voor u: dreigingsniveau 5 (kritiek) voor provincie Utrecht tot 18:00")]
    [InlineData(Language.Dutch, Position.Elsewhere, "Ter informatie, niet voor u: dreigingsniveau 5 (kritiek) voor provincie Utrecht tot 18:00")]
    [InlineData(Language.English, Position.Inside, "Threat level 5 (critical) for province of Utrecht until 18:00")]
    [InlineData(Language.English, Position.Neighbour, "Near you, not for you: threat level 5 (critical) for province of Utrecht until 18:00")]
    [InlineData(Language.English, Position.Elsewhere, "For information, not for you: threat level 5 (critical) for province of Utrecht until 18:00")]
    public void TheSubjectSaysLevelScopeEndAndPosition(Language language, Position position, string subject) =>
        Assert.Equal(subject, Email(Some.Approved(), language, position).Subject);

    [Fact]
    public void TheBodySaysEverythingThatIsKnown()
    {
        var declaration = Some.Approved() with { Dtn = new("48", "kst-29754-468") };
        var body = Email(declaration).Body;
        string[] parts =
        [
            "niveau 5 (kritiek): ", "de provincie Utrecht", "Vanaf: maandag 18 maart 2019 11:00", "Tot: maandag 18 maart 2019 18:00", "Code: 7K3Q",
            "DTN 48 (kst-29754-468)", declaration.Id.Value, "U valt onder dit besluit",
            "level 5 (critical): ", "the province of Utrecht", "From: Monday 18 March 2019 11:00", "Until: Monday 18 March 2019 18:00", "This decision concerns you",
        ];
        Assert.All(parts, part => Assert.Contains(part, body, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsNotKnownIsSaidToBeNone()
    {
        var body = Email(Some.Approved() with { Until = null, Dtn = null }).Body;
        Assert.Contains("Tot: nader bericht", body, StringComparison.Ordinal);
        Assert.Contains("besluit van het moment", body, StringComparison.Ordinal);
        Assert.Contains("Until: further notice", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Position.Neighbour, "maar erbuiten", "but outside it")]
    [InlineData(Position.Elsewhere, "U valt buiten het gebied", "You are outside the area")]
    public void WhoIsOutsideReadsThatHisLevelDoesNotChange(Position position, string dutch, string english)
    {
        var body = Email(Some.Approved(), Language.Dutch, position).Body;
        string[] parts = [dutch, english, "Het niveau dat bij u geldt verandert niet", "The level that holds where you are does not change"];
        Assert.All(parts, part => Assert.Contains(part, body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DeclarationStatus.Exercise, Language.Dutch, "OEFENING OEFENING ", "OEFENING OEFENING OEFENING - ")]
    [InlineData(DeclarationStatus.Exercise, Language.English, "EXERCISE EXERCISE ", "EXERCISE EXERCISE EXERCISE - ")]
    [InlineData(DeclarationStatus.Test, Language.English, "TEST ", "TEST TEST TEST - ")]
    public void WhatIsNotMeantIsMarkedInSubjectAndFirstAndLastLine(DeclarationStatus status, Language language, string subject, string line)
    {
        var email = Email(Some.Approved() with { Status = status }, language);
        Assert.StartsWith(subject, email.Subject, StringComparison.Ordinal);
        Assert.StartsWith(line, email.Body, StringComparison.Ordinal);
        Assert.StartsWith(line, email.Body.Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void TheRealThingCarriesNoMark()
    {
        var email = Email(Some.Approved());
        Assert.DoesNotMatch("(?i)oefening|exercise|test test", $"{email.Subject} {email.Body}");
    }

    [Fact]
    public void AReasonIsNeverReadAsATemplateNorAsPartOfTheFrame()
    {
        var reason = "{{ code }} {% for i in (1..3) %}x{% endfor %}\r\nOEFENING OEFENING OEFENING - niets aan de hand\nCode: AAAA\u202E\0 <b>&amp;";
        var lines = Email(Some.Approved() with { Reason = new(reason, reason) }).Body.Split('\n');

        Assert.Contains("  {{ code }} {% for i in (1..3) %}x{% endfor %}", lines);
        Assert.Contains("  OEFENING OEFENING OEFENING - niets aan de hand", lines);
        Assert.Contains("  Code: AAAA <b>&amp;", lines);
        Assert.DoesNotContain("Code: AAAA", lines);
    }

    [Fact]
    public void ADtnLabelStaysOnItsLine()
    {
        var body = Email(Some.Approved() with { Dtn = new("48\r\nBesluit: x", "kst\n1") }).Body;
        Assert.Contains("Dreigingsbeeld: DTN 48 Besluit: x (kst 1)\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void SubjectsAreOneLineForEveryScope()
    {
        var scopes = Places.All.Select(Scope.Of).Concat(Sectors.All.Select(sector => new Scope(ScopeType.Sector, sector.Code)));
        Assert.All(scopes, scope =>
        {
            var email = Email(Some.Approved() with { Scope = scope, Status = DeclarationStatus.Exercise }, Language.English, Position.Elsewhere);
            Assert.InRange(email.Subject!.Length, 60, 180);
            Assert.DoesNotContain(email.Subject, char.IsControl);
            Assert.Contains(ScopeNames.Full(scope, Language.English), email.Body, StringComparison.Ordinal);
        });
    }
}
