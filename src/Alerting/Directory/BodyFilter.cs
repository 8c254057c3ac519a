using System.Globalization;
using Alerting.Scopes;

namespace Alerting.Directory;

/// <summary>Picks bodies by where they are, what sector they are of, and when they are told.</summary>
public sealed class BodyFilter
{
    private readonly Place? _near;
    private readonly string? _sector;
    private readonly int? _tier;

    private BodyFilter(Place? near, string? sector, int? tier) => (_near, _sector, _tier) = (near, sector, tier);

    /// <summary>Reads the three questions; null or empty asks nothing.</summary>
    /// <param name="near">Code of a place: bodies in it, around it, and responsible for more than it, as an alert for it would find them.</param>
    /// <param name="sector">Name of a sector.</param>
    /// <param name="tier">1, 2 or 3.</param>
    public static Result<BodyFilter> Read(string? near, string? sector, string? tier)
    {
        var problems = new List<Problem>();
        if (!string.IsNullOrEmpty(near) && Places.Find(near) is null)
            problems.Add(Problem.Invalid("place-unknown", "near", "There is no such place."));
        if (!string.IsNullOrEmpty(sector) && Sectors.Find(sector) is null)
            problems.Add(Problem.Invalid("sector-unknown", "sector", "There is no such sector."));
        if (!string.IsNullOrEmpty(tier) && tier is not ("1" or "2" or "3"))
            problems.Add(Problem.Invalid("tier-range", "tier", "The tier is 1, 2 or 3."));
        if (problems.Count > 0)
            return problems;
        return new BodyFilter(
            Places.Find(near),
            Sectors.Find(sector)?.Code,
            string.IsNullOrEmpty(tier) ? null : int.Parse(tier, CultureInfo.InvariantCulture));
    }

    /// <summary>True when the body answers to all that was asked.</summary>
    /// <param name="body">A body of the directory.</param>
    public bool Matches(Body body) =>
        (_tier is null || body.Tier == _tier)
        && (_sector is null || body.Sectors.Contains(_sector))
        && (_near is null || IsNear(Places.Get(body.Place), _near));

    private static bool IsNear(Place place, Place near) =>
        Scope.Of(near).PositionOf(place, []) != Position.Elsewhere;
}
