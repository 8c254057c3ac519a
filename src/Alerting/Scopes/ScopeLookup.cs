namespace Alerting.Scopes;

/// <summary>Finds scopes by what somebody typed, and says what is wrong with it.</summary>
internal static class ScopeLookup
{
    private const string Field = "scope.code";

    public static Result<Scope> Sector(string? code)
    {
        if (Sectors.Find(code) is { } sector)
            return new Scope(ScopeType.Sector, sector.Code);
        if (Places.Find(code) is { } place)
            return Mismatch(place, ScopeType.Sector);
        return Unknown(code, $"is not a sector; the sectors are {string.Join(", ", Sectors.All.Select(sector => sector.Code))}.");
    }

    public static Result<Scope> Place(ScopeType type, string? code)
    {
        if (Places.Find(code) is { } place)
            return place.Type == type ? Scope.Of(place) : Mismatch(place, type);
        if (Sectors.Find(code) is { } sector)
            return Problem.Invalid("scope-type-mismatch", Field, $"{sector.Code} is a sector, not a {Word(type)}.");
        return Unknown(code, type switch
        {
            ScopeType.Country => "is not the country: its code is NL.",
            ScopeType.Province => "is not a province: their codes are PV20 to PV31.",
            ScopeType.Region => "is not a security region: their codes are VR01 to VR25.",
            ScopeType.Municipality => "is not a municipality of the 2024 division: codes look like GM0344.",
            _ => "is not a known site: codes look like ST-UT (station), AP-AMS (airport) or PT-NLRTM (port).",
        });
    }

    private static Problem Mismatch(Place place, ScopeType wanted) =>
        Problem.Invalid("scope-type-mismatch", Field, $"{place.Code} is a {Word(place.Type)} ({place.Name}), not a {Word(wanted)}.");

    private static Problem Unknown(string? code, string why) => string.IsNullOrWhiteSpace(code)
        ? Problem.Invalid("required", Field, "Give the code of the scope.")
        : Problem.Invalid("scope-code-unknown", Field, $"'{Shown(code)}' {why}");

    // What came from outside is repeated in the answer, but not at any length, and never a control character.
    private static string Shown(string code) =>
        new([.. code.Take(40).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);

    private static string Word(ScopeType type) => type == ScopeType.Region ? "security region" : $"{type}".ToLowerInvariant();
}
