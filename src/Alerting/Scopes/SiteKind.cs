namespace Alerting.Scopes;

/// <summary>What kind of site a <see cref="Place"/> is.</summary>
public enum SiteKind
{
    /// <summary>Railway station, code <c>ST-</c> and the station code.</summary>
    Station,

    /// <summary>Airport with passenger traffic, code <c>AP-</c> and the IATA code.</summary>
    Airport,

    /// <summary>Sea port, code <c>PT-</c> and the UN/LOCODE, or its name where none was established.</summary>
    Port,
}
