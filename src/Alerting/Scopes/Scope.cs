namespace Alerting.Scopes;

/// <summary>Where a level holds: a place, or a sector.</summary>
/// <param name="Type">Kind of scope.</param>
/// <param name="Code">Canonical code of the place or name of the sector, as in <see cref="ScopeType"/>; known to <c>Places</c> or <c>Sectors</c>.</param>
public sealed record Scope(ScopeType Type, string Code)
{
    /// <summary>The Netherlands.</summary>
    public static Scope Country { get; } = new(ScopeType.Country, "NL");

    /// <summary>The name for people, in Dutch for places.</summary>
    /// <exception cref="KeyNotFoundException">The scope was not made by <see cref="Find"/>.</exception>
    public string Name => Type == ScopeType.Sector ? Sectors.Find(Code)?.Name.Nl ?? throw Unknown() : Places.Get(Code).Name;

    /// <summary>The scope that consists of a place.</summary>
    public static Scope Of(Place place) => new(place.Type, place.Code);

    /// <summary>A scope by type and code; the code may be in upper or lower case.</summary>
    /// <returns>The scope with its canonical code, or a problem with the field <c>scope.code</c>.</returns>
    public static Result<Scope> Find(ScopeType type, string? code) =>
        type == ScopeType.Sector ? ScopeLookup.Sector(code) : ScopeLookup.Place(type, code);

    /// <summary>
    /// True when a level of this scope holds at a place: the scope is the place or one that contains it, or a sector that the place
    /// belongs to - one of <paramref name="sectors"/>, or the sector of the site that the place is.
    /// </summary>
    /// <param name="place">A place, or the place of a body.</param>
    /// <param name="sectors">Sectors of the body, in canonical form; empty for a mere place.</param>
    public bool Covers(Place place, IReadOnlyCollection<string> sectors) =>
        Type == ScopeType.Sector
            ? sectors.Contains(Code) || place.Site?.Sector == Code
            : place.LiesIn(Code);

    /// <summary>
    /// How a body stands to this scope. Inside: the scope covers it, or the body's place contains the scope - a security region has
    /// to act when one of its municipalities is declared, though the level does not hold in all of it. Neighbour: see
    /// <see cref="Neighbours"/>. Elsewhere: neither.
    /// </summary>
    /// <param name="place">The body's place.</param>
    /// <param name="sectors">The body's sectors, in canonical form.</param>
    public Position PositionOf(Place place, IReadOnlyCollection<string> sectors)
    {
        if (Covers(place, sectors) || (Type != ScopeType.Sector && Places.Get(Code).LiesIn(place.Code)))
            return Position.Inside;
        return Neighbours.Areas(this).Any(place.LiesIn) ? Position.Neighbour : Position.Elsewhere;
    }

    private KeyNotFoundException Unknown() => new($"'{Code}' is no sector.");
}
