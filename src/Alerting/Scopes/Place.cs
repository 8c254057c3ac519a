namespace Alerting.Scopes;

/// <summary>A place of the Netherlands that a level can hold for.</summary>
/// <param name="Code">Canonical code, as in <see cref="ScopeType"/>.</param>
/// <param name="Type">Kind of place; never <see cref="ScopeType.Sector"/>.</param>
/// <param name="Name">Dutch name, unique within its type except for sites.</param>
/// <param name="Within">Codes of all places that contain it, smallest first: municipality, region, province, country.</param>
/// <param name="Site">Set exactly for sites.</param>
public sealed record Place(string Code, ScopeType Type, string Name, IReadOnlyList<string> Within, Site? Site = null)
{
    /// <summary>True when <paramref name="code"/>, in canonical form, is this place or one that contains it.</summary>
    public bool LiesIn(string code) => Code == code || Within.Contains(code);

    /// <summary>The place of a type that is this place or contains it; null when there is none, as the municipality of a province.</summary>
    public Place? At(ScopeType type) =>
        Type == type ? this : Within.Select(Places.Get).FirstOrDefault(place => place.Type == type);

    /// <summary>True for the same code: the catalogue holds every place once.</summary>
    public bool Equals(Place? other) => other?.Code == Code;

    /// <inheritdoc />
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
