using Alerting.Scopes;

namespace Alerting.Texts;

/// <summary>What a scope is called in a sentence, long where there is room and short where there is not.</summary>
public static class ScopeNames
{
    private const int LeastCut = 3;

    /// <summary>As in running text: <c>de provincie Utrecht</c>, <c>the province of Utrecht</c>.</summary>
    public static string Full(Scope scope, Language language) => Say(scope, language) switch
    {
        (var name, ScopeType.Country) => name,
        (var name, ScopeType.Province) => language == Language.Dutch ? $"de provincie {name}" : $"the province of {name}",
        (var name, ScopeType.Region) => language == Language.Dutch ? $"de veiligheidsregio {name}" : $"the security region {name}",
        (var name, ScopeType.Municipality) => language == Language.Dutch ? $"de gemeente {name}" : $"the municipality of {name}",
        (var name, ScopeType.Sector) => language == Language.Dutch ? $"de sector {name}" : $"the {name} sector",
        (var name, _) => Site(name, scope, language, article: true),
    };

    /// <summary>As in a text message: <c>provincie Utrecht</c>, <c>province of Utrecht</c>.</summary>
    public static string Plain(Scope scope, Language language) => Say(scope, language) switch
    {
        (var name, ScopeType.Country) => name,
        (var name, ScopeType.Province) => language == Language.Dutch ? $"provincie {name}" : $"province of {name}",
        (var name, ScopeType.Region) => language == Language.Dutch ? $"veiligheidsregio {name}" : $"security region {name}",
        (var name, ScopeType.Municipality) => language == Language.Dutch ? $"gemeente {name}" : $"municipality of {name}",
        (var name, ScopeType.Sector) => language == Language.Dutch ? $"sector {name}" : $"{name} sector",
        (var name, _) => Site(name, scope, language, article: false),
    };

    /// <summary>As in a text message without room: <c>prov. Utrecht</c>, <c>regio Utrecht</c>, <c>gem. Utrecht</c>.</summary>
    public static string Brief(Scope scope, Language language) => Say(scope, language) switch
    {
        (_, ScopeType.Country) => language == Language.Dutch ? "Nederland" : "the Netherlands",
        (var name, ScopeType.Province) => $"prov. {name}",
        (var name, ScopeType.Region) => language == Language.Dutch ? $"regio {name}" : $"region {name}",
        (var name, ScopeType.Municipality) => language == Language.Dutch ? $"gem. {name}" : $"mun. {name}",
        (var name, ScopeType.Sector) => $"sector {name}",
        (var name, _) => Site(name, scope, language, article: false),
    };

    /// <summary>The brief name cut to a length, with the code that says which it is: <c>regio Noord- en Oo. VR06</c>.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="language">Language of the kind of place.</param>
    /// <param name="length">Most characters; a few letters of the name and the code stay in any case.</param>
    public static string Cut(Scope scope, Language language, int length)
    {
        var brief = Brief(scope, language);
        if (brief.Length <= length)
            return brief;
        if (scope.Type == ScopeType.Country)
            return scope.Code;

        // The code of a site says already what kind it is.
        var name = scope.Type == ScopeType.Site ? scope.Name : brief;
        var tail = scope.Type == ScopeType.Sector ? "." : $". {scope.Code}";
        var kind = scope.Type == ScopeType.Site ? 0 : brief.IndexOf(' ', StringComparison.Ordinal) + 1;
        var kept = Math.Clamp(length - tail.Length, Math.Min(kind + LeastCut, name.Length), name.Length);
        return $"{name[..kept].TrimEnd(' ', '-', '.', '(')}{tail}";
    }

    private static (string Name, ScopeType Type) Say(Scope scope, Language language) => (scope.Type switch
    {
        ScopeType.Country => language == Language.Dutch ? "heel Nederland" : "all of the Netherlands",
        ScopeType.Sector => (Sectors.Find(scope.Code) ?? throw new KeyNotFoundException($"'{scope.Code}' is no sector.")).Name.In(language),
        _ => Places.Get(scope.Code).Name,
    }, scope.Type);

    private static string Site(string name, Scope scope, Language language, bool article) =>
        (Places.Get(scope.Code).Site?.Kind, language) switch
        {
            (SiteKind.Station, Language.Dutch) => $"station {name}",
            (SiteKind.Station, _) => $"{name} station",
            (SiteKind.Port, Language.Dutch) => article ? $"de haven van {name}" : $"haven {name}",
            (SiteKind.Port, _) => article ? $"the port of {name}" : $"port of {name}",
            _ => name,
        };
}
