using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;
using Alerting.Texts;

namespace Alerting.Tests.Texts;

/// <summary>What readers of an earlier alert are told of what became of it.</summary>
public sealed class FollowUpTextTests
{
    private static readonly AlertTexts Texts = new();

    public static TheoryData<DeclarationKind> Kinds => [.. Enum.GetValues<DeclarationKind>().Where(kind => kind != DeclarationKind.Set)];

    [Theory]
    [InlineData(Language.Dutch, "VERLENGD NCTV: dreigingsniveau 5 (kritiek) voor provincie Utrecht tot 22:00. Dit betreft u. Code 9XYZ: controleer en antwoord ermee.")]
    [InlineData(Language.English, "EXTENDED NCTV: threat level 5 (critical) for province of Utrecht until 22:00. This concerns you. Code 9XYZ: check it and reply with it.")]
    public void AnExtensionSaysUntilWhen(Language language, string expected) =>
        Assert.Equal(expected, Sms(Following(DeclarationKind.Extend) with { Until = Some.Now.AddHours(11) }, language));

    [Theory]
    [InlineData(Language.Dutch, "VERLAAGD VAN 5 NCTV: dreigingsniveau 4 (substantieel) voor provincie Utrecht tot nader bericht. Dit betreft u. Code 9XYZ: controleer en antwoord ermee.")]
    [InlineData(Language.English, "LOWERED FROM 5 NCTV: threat level 4 (substantial) for province of Utrecht until further notice. This concerns you. Code 9XYZ: check it and reply with it.")]
    public void ALoweredLevelSaysFromAndTo(Language language, string expected) =>
        Assert.Equal(expected, Sms(Following(DeclarationKind.Lower) with { Level = Level.Substantial, Until = null }, language));

    [Theory]
    [InlineData(Language.Dutch, "INGETROKKEN NCTV: dreigingsniveau 5 (kritiek) voor provincie Utrecht geldt niet meer. Het eerdere bericht vervalt. Code 9XYZ: controleer en antwoord ermee.")]
    [InlineData(Language.English, "WITHDRAWN NCTV: threat level 5 (critical) for province of Utrecht no longer holds. Disregard the earlier message. Code 9XYZ: check it and reply with it.")]
    public void AWithdrawalSaysWhatNoLongerHolds(Language language, string expected) =>
        Assert.Equal(expected, Sms(Following(DeclarationKind.Withdraw) with { Until = null }, language));

    [Theory]
    [InlineData(Language.Dutch, "CORRECTIE NCTV: dreigingsniveau 4 (substantieel) voor provincie Utrecht tot 18:00. Dit betreft u. Code 9XYZ: controleer en antwoord ermee.")]
    [InlineData(Language.English, "CORRECTION NCTV: threat level 4 (substantial) for province of Utrecht until 18:00. This concerns you. Code 9XYZ: check it and reply with it.")]
    public void ACorrectionSaysWhatIsRight(Language language, string expected) =>
        Assert.Equal(expected, Sms(Following(DeclarationKind.Correct) with { Level = Level.Substantial }, language));

    [Fact]
    public void WhoNeverHeardWhatIsCorrectedReadsItAsAPlainAlert()
    {
        var correction = Following(DeclarationKind.Correct);
        Texts.Sms(correction, Some.Recipient());

        var plain = Texts.Sms(correction with { Kind = DeclarationKind.Set, Original = null }, Some.Recipient());

        Assert.StartsWith("NCTV: dreigingsniveau 5", plain, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnEmailNamesTheEarlierDecisionInBothLanguages(DeclarationKind kind)
    {
        var declaration = Following(kind) with { Level = Level.Substantial };
        var email = Texts.Render(new(declaration, Channel.Email, Language.Dutch, Position.Inside));

        Assert.Equal(2, email.Body.Split(declaration.Original!.Id.Value).Length - 1);
        Assert.Equal(2, email.Body.Split("7K3Q").Length - 1);
        Assert.Contains("9XYZ", email.Body, StringComparison.Ordinal);
        Assert.Matches("^[A-Z]{5,}", email.Subject!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnExerciseIsMarkedBeforeAnythingElse(DeclarationKind kind)
    {
        var declaration = Following(kind) with { Status = DeclarationStatus.Exercise };
        foreach (var language in Enum.GetValues<Language>())
        {
            var mark = language == Language.Dutch ? "OEFENING OEFENING " : "EXERCISE EXERCISE ";
            var email = Texts.Render(new(declaration, Channel.Email, language, Position.Inside));
            Assert.All([Sms(declaration, language), email.Subject!], text => Assert.StartsWith(mark, text, StringComparison.Ordinal));
        }
    }

    /// <summary>Every scope, language, position and status, with the longest level name in the shortest and the longest periods.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryTextFitsOneSegmentAndSaysLevelAndCode(DeclarationKind kind)
    {
        var scopes = Places.All.Select(Scope.Of).Concat(Sectors.All.Select(sector => new Scope(ScopeType.Sector, sector.Code)));
        var declarations =
            from scope in scopes
            from status in Enum.GetValues<DeclarationStatus>()
            from period in new (int From, int? Until)[] { (0, null), (0, 7), (20 * 24, 300 * 24) }
            select Following(kind) with
            {
                Scope = scope, Status = status, Level = Level.Substantial,
                EffectiveFrom = Some.Now.AddHours(period.From), Until = period.Until is { } until ? Some.Now.AddHours(until) : null,
            };
        Parallel.ForEach(declarations, AssertFits);
    }

    private static void AssertFits(Declaration declaration)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var position in Enum.GetValues<Position>())
            {
                var text = Texts.Render(new(declaration, Channel.Sms, language, position)).Body;
                var size = SmsSize.Of(text);
                Assert.True(size is { IsGsm7: true, Segments: 1 }, $"{declaration.Scope}: {size.Units} in '{text}'");
                Assert.True(text.Contains("4 (", StringComparison.Ordinal) && text.Contains(" 9XYZ", StringComparison.Ordinal), text);
            }
        }
    }

    private static Declaration Following(DeclarationKind kind) => Some.Approved(2) with
    {
        Kind = kind,
        Code = "9XYZ",
        Original = OriginalStatement.Of(Some.Approved() with { Level = Level.Critical }),
    };

    private static string Sms(Declaration declaration, Language language) =>
        Texts.Render(new(declaration, Channel.Sms, language, Position.Inside)).Body;
}
