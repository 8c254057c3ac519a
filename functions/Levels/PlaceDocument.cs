using Alerting.Scopes;

namespace Alerting.Functions;

/// <summary>Something that a level can be declared for.</summary>
/// <param name="Type">country, province, region, municipality, site or sector.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Dutch name.</param>
/// <param name="Within">Codes of the places around it, smallest first.</param>
/// <param name="Site">station, airport or port; null when it is no site.</param>
internal sealed record PlaceDocument(string Type, string Code, string Name, IReadOnlyList<string> Within, string? Site)
{
    public static PlaceDocument Of(Place place) =>
        new(Words.Of(place.Type), place.Code, place.Name, place.Within, place.Site is { } site ? Words.Of(site.Kind) : null);

    public static PlaceDocument Of(Sector sector) => new(Words.Of(ScopeType.Sector), sector.Code, sector.Name.Nl, [], null);
}
