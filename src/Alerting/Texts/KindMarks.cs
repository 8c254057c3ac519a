using System.Globalization;
using Alerting.Declarations;

namespace Alerting.Texts;

/// <summary>The word that says at the start of a text or subject what a declaration does to an earlier one; empty for one that sets a level.</summary>
internal static class KindMarks
{
    /// <summary>The word alone, for a text message without room.</summary>
    public static string Brief(Declaration declaration, Language language)
    {
        var mark = Of(declaration, language);
        return mark.Length == 0 ? "" : mark[..(mark.IndexOf(' ', StringComparison.Ordinal) + 1)];
    }

    public static string Of(Declaration declaration, Language language) => (declaration.Kind, language) switch
    {
        (DeclarationKind.Set, _) => "",
        (DeclarationKind.Extend, Language.Dutch) => "VERLENGD ",
        (DeclarationKind.Extend, _) => "EXTENDED ",
        (DeclarationKind.Lower, Language.Dutch) => $"VERLAAGD VAN {Before(declaration)} ",
        (DeclarationKind.Lower, _) => $"LOWERED FROM {Before(declaration)} ",
        (DeclarationKind.Correct, Language.Dutch) => "CORRECTIE ",
        (DeclarationKind.Correct, _) => "CORRECTION ",
        (DeclarationKind.Withdraw, Language.Dutch) => "INGETROKKEN ",
        (DeclarationKind.Withdraw, _) => "WITHDRAWN ",
        _ => throw new ArgumentOutOfRangeException(nameof(declaration), declaration.Kind, null),
    };

    private static string Before(Declaration declaration) => ((int)declaration.Original!.Level).ToString(CultureInfo.InvariantCulture);
}
