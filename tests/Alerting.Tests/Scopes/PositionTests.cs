using Alerting.Scopes;
using CsCheck;

namespace Alerting.Tests.Scopes;

public sealed class PositionTests
{
    [Theory]
    [InlineData("GM0344", "GM0344", Position.Inside)]
    [InlineData("GM0344", "ST-UT", Position.Inside)]
    [InlineData("GM0344", "GM0307", Position.Neighbour)] // Amersfoort, of the same security region
    [InlineData("GM0344", "ST-AMF", Position.Neighbour)]
    [InlineData("GM0344", "GM0599", Position.Elsewhere)]
    [InlineData("GM0344", "VR10", Position.Elsewhere)]
    public void AMunicipalityHasTheRestOfItsRegionAsNeighbours(string scope, string body, Position expected) =>
        Assert.Equal(expected, Of(scope, body));

    [Theory]
    [InlineData("VR13", "GM0363", Position.Inside)]
    [InlineData("VR13", "VR12", Position.Neighbour)] // both in Noord-Holland
    [InlineData("VR13", "GM0392", Position.Neighbour)] // Haarlem
    [InlineData("VR13", "AP-AMS", Position.Neighbour)] // in Haarlemmermeer, Kennemerland
    [InlineData("VR13", "PV26", Position.Elsewhere)]
    public void ARegionHasTheOtherRegionsOfItsProvinceAsNeighbours(string scope, string body, Position expected) =>
        Assert.Equal(expected, Of(scope, body));

    [Theory]
    [InlineData("VR09", "GM0344", Position.Inside)]
    [InlineData("VR09", "PV25", Position.Neighbour)]
    [InlineData("VR09", "GM0034", Position.Neighbour)] // Almere, Flevoland
    [InlineData("VR09", "PV30", Position.Elsewhere)]
    public void ARegionThatIsAWholeProvinceHasTheBorderingProvincesAsNeighbours(string scope, string body, Position expected) =>
        Assert.Equal(expected, Of(scope, body));

    [Theory]
    [InlineData("PV26", "ST-UT", Position.Inside)]
    [InlineData("PV26", "GM0363", Position.Neighbour)]
    [InlineData("PV26", "AP-RTM", Position.Neighbour)]
    [InlineData("PV26", "VR07", Position.Neighbour)]
    [InlineData("PV26", "GM0014", Position.Elsewhere)]
    public void AProvinceHasTheBorderingProvincesAsNeighbours(string scope, string body, Position expected) =>
        Assert.Equal(expected, Of(scope, body));

    [Theory]
    [InlineData("AP-AMS", "AP-AMS", Position.Inside)]
    [InlineData("AP-AMS", "GM0394", Position.Inside)]
    [InlineData("AP-AMS", "ST-SHL", Position.Neighbour)]
    [InlineData("AP-AMS", "GM0363", Position.Elsewhere)]
    public void ASiteHasTheRestOfItsMunicipalityAsNeighbours(string scope, string body, Position expected) =>
        Assert.Equal(expected, Of(scope, body));

    [Theory]
    [InlineData("GM0344", "VR09")]
    [InlineData("GM0344", "PV26")]
    [InlineData("VR13", "PV27")]
    [InlineData("ST-UT", "GM0344")]
    [InlineData("PV26", "NL")]
    public void ABodyWhosePlaceContainsTheScopeIsInsideThoughTheScopeDoesNotCoverIt(string scope, string body)
    {
        Assert.Equal(Position.Inside, Of(scope, body));
        Assert.False(Scope.Of(Places.Get(scope)).Covers(Places.Get(body), []));
    }

    [Fact]
    public void ASectorHasNoNeighbours()
    {
        var rail = new Scope(ScopeType.Sector, "rail");

        Assert.Equal(Position.Inside, rail.PositionOf(Places.Netherlands, ["rail", "government"]));
        Assert.Equal(Position.Elsewhere, rail.PositionOf(Places.Netherlands, ["government"]));
        Assert.Equal(Position.Inside, rail.PositionOf(Places.Get("ST-UT"), []));
        Assert.Equal(Position.Elsewhere, rail.PositionOf(Places.Get("GM0344"), []));
    }

    [Fact]
    public void EverybodyIsInsideTheCountry() =>
        Assert.All(Places.All, place => Assert.Equal(Position.Inside, Scope.Country.PositionOf(place, [])));

    [Fact]
    public void ABodyIsInsideAScopeOfItsOwnPlaceAndOfAnyPlaceWithinOrAround() =>
        Gen.OneOf(Places.All.ToArray()).Sample(place => place.Within.Append(place.Code).All(outer =>
            Of(place.Code, outer) == Position.Inside && Of(outer, place.Code) == Position.Inside));

    [Fact]
    public void NeighboursOfTheSameTypeAreMutual() =>
        SameType().Sample((one, other) => Of(one.Code, other.Code) == Of(other.Code, one.Code), iter: 5_000);

    private static Gen<(Place, Place)> SameType() =>
        Gen.OneOf(ScopeType.Province, ScopeType.Municipality, ScopeType.Site).SelectMany(type =>
        {
            var places = Gen.OneOf(Places.All.Where(place => place.Type == type).ToArray());
            return Gen.Select(places, places);
        });

    private static Position Of(string scope, string body) => Scope.Of(Places.Get(scope)).PositionOf(Places.Get(body), []);
}
