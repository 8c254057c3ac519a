namespace Alerting.Scopes;

/// <summary>What kind of thing a level holds for.</summary>
public enum ScopeType
{
    /// <summary>The Netherlands, code <c>NL</c>.</summary>
    Country,

    /// <summary>One of 12 provinces, code <c>PV20</c> to <c>PV31</c>.</summary>
    Province,

    /// <summary>One of 25 security regions, code <c>VR01</c> to <c>VR25</c>.</summary>
    Region,

    /// <summary>One of 342 municipalities, code <c>GM0014</c> and so on.</summary>
    Municipality,

    /// <summary>A station, airport or sea port: <c>ST-UT</c>, <c>AP-AMS</c>, <c>PT-NLRTM</c>.</summary>
    Site,

    /// <summary>A sector that crosses places, by name: <c>rail</c>, <c>aviation</c>, <c>ports</c> ...</summary>
    Sector,
}
