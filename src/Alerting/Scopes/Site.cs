namespace Alerting.Scopes;

/// <summary>What a place has that is a site.</summary>
/// <param name="Kind">Station, airport or port.</param>
/// <param name="Latitude">Degrees north, WGS 84; null where not established.</param>
/// <param name="Longitude">Degrees east, WGS 84; null where not established.</param>
public sealed record Site(SiteKind Kind, double? Latitude, double? Longitude)
{
    /// <summary>The sector that every site of this kind belongs to: a level for the railways holds at a station.</summary>
    public string Sector => Kind switch
    {
        SiteKind.Station => Sectors.Rail,
        SiteKind.Airport => Sectors.Aviation,
        SiteKind.Port => Sectors.Ports,
        _ => throw new InvalidOperationException($"No sector for {Kind}."),
    };
}
