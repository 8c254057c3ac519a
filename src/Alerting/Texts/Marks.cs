using Alerting.Declarations;

namespace Alerting.Texts;

/// <summary>What keeps an exercise or test from being taken for the real thing; all empty for the real thing.</summary>
/// <param name="Start">Begins every text and subject.</param>
/// <param name="End">Ends a text message that has room for it.</param>
/// <param name="Line">First and last line of an email.</param>
/// <param name="Spoken">First and last sentence of a call.</param>
internal sealed record Marks(string Start, string End, string Line, string Spoken)
{
    /// <summary>The first word of <see cref="Start"/>.</summary>
    public string BriefStart => Start.Length == 0 ? "" : Start[..(Start.IndexOf(' ', StringComparison.Ordinal) + 1)];

    public static Marks Of(DeclarationStatus status, Language language) => (status, language) switch
    {
        (DeclarationStatus.Actual, _) => new("", "", "", ""),
        (DeclarationStatus.Exercise, Language.Dutch) =>
            new("OEFENING OEFENING ", " OEFENING", "OEFENING OEFENING OEFENING - dit is een oefening, het dreigingsniveau verandert niet", "Oefening. Oefening. Dit is een oefening."),
        (DeclarationStatus.Exercise, _) =>
            new("EXERCISE EXERCISE ", " EXERCISE", "EXERCISE EXERCISE EXERCISE - this is an exercise, the threat level does not change", "Exercise. Exercise. This is an exercise."),
        (DeclarationStatus.Test, Language.Dutch) =>
            new("TEST ", " TEST", "TEST TEST TEST - dit is een technische test, u hoeft niets te doen", "Test. Dit is een technische test."),
        (DeclarationStatus.Test, _) =>
            new("TEST ", " TEST", "TEST TEST TEST - this is a technical test, you need not do anything", "Test. This is a technical test."),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
