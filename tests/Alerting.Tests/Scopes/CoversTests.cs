using Alerting.Scopes;
using CsCheck;

namespace Alerting.Tests.Scopes;

public sealed class CoversTests
{
    private static readonly Gen<Place> AnyPlace = Gen.OneOf(Places.All.ToArray());
    private static readonly Gen<string[]> AnySectors = Gen.Shuffle(Sectors.All.Select(sector => sector.Code).ToArray(), 0, 3);

    private static readonly Gen<Scope> AnyScope = Gen.OneOf(
        AnyPlace.Select(Scope.Of),
        Gen.OneOf(Sectors.All.ToArray()).Select(sector => new Scope(ScopeType.Sector, sector.Code)));

    // The oracle climbs from container to container and knows nothing of the precomputed chain.
    [Fact]
    public void APlaceIsCoveredByItselfAndByWhatContainsItOnly() =>
        Gen.Select(AnyPlace, AnyPlace, AnySectors).Sample((outer, inner, sectors) =>
            Scope.Of(outer).Covers(inner, sectors) == Climb(inner).Contains(outer.Code), iter: 20_000);

    [Fact]
    public void EveryScopeCoversTheSamePlacesAsTheOracle() =>
        AnyScope.Sample(
            scope => Places.All.Where(place => scope.Covers(place, [])).ToHashSet()
                .SetEquals(Places.All.Where(place => scope.Type == ScopeType.Sector
                    ? place.Code.StartsWith(Prefix(scope.Code), StringComparison.Ordinal)
                    : Climb(place).Contains(scope.Code))),
            iter: 300);

    [Fact]
    public void ASectorCoversABodyOfThatSectorWhereverItIs() =>
        Gen.Select(AnyPlace.Where(place => place.Site is null), AnySectors, Gen.OneOf(Sectors.All.ToArray())).Sample(
            (place, sectors, sector) => new Scope(ScopeType.Sector, sector.Code).Covers(place, sectors) == sectors.Contains(sector.Code));

    [Fact]
    public void TheCountryCoversEverything() => AnyPlace.Sample(place => Scope.Country.Covers(place, []));

    [Fact]
    public void AMunicipalityDoesNotCoverItsProvince() =>
        Assert.False(new Scope(ScopeType.Municipality, "GM0344").Covers(Places.Get("PV26"), []));

    [Fact]
    public void TheRailSectorCoversEveryStationThoughNobodySaysSo() =>
        Assert.True(new Scope(ScopeType.Sector, "rail").Covers(Places.Get("ST-UT"), []));

    private static List<string> Climb(Place place)
    {
        List<string> seen = [place.Code];
        while (place.Within.Count > 0)
        {
            place = Places.Get(place.Within[0]);
            seen.Add(place.Code);
        }

        return seen;
    }

    private static string Prefix(string sector) => sector switch
    {
        "rail" => "ST-",
        "aviation" => "AP-",
        "ports" => "PT-",
        _ => "no place",
    };
}
