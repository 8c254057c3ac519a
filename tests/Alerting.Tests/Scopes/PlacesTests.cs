using Alerting.Scopes;
using CsCheck;

namespace Alerting.Tests.Scopes;

public sealed class PlacesTests
{
    [Theory]
    [InlineData(ScopeType.Country, 1)]
    [InlineData(ScopeType.Province, 12)]
    [InlineData(ScopeType.Region, 25)]
    [InlineData(ScopeType.Municipality, 342)]
    [InlineData(ScopeType.Site, 397 + 5 + 18)]
    public void TheCatalogueHoldsThePlacesOf2024(ScopeType type, int count) =>
        Assert.Equal(count, Places.All.Count(place => place.Type == type));

    [Fact]
    public void EveryRegionLiesInOneProvince() =>
        Assert.All(
            Places.All.Where(place => place.Type == ScopeType.Region),
            region => Assert.Equal([ScopeType.Province, ScopeType.Country], Types(region)));

    [Fact]
    public void EveryMunicipalityLiesInOneRegionOneProvinceAndTheCountry() =>
        Assert.All(
            Places.All.Where(place => place.Type == ScopeType.Municipality),
            municipality => Assert.Equal([ScopeType.Region, ScopeType.Province, ScopeType.Country], Types(municipality)));

    [Fact]
    public void EverySiteLiesInOneMunicipality() =>
        Assert.All(
            Places.All.Where(place => place.Type == ScopeType.Site),
            site => Assert.Equal(
                [ScopeType.Municipality, ScopeType.Region, ScopeType.Province, ScopeType.Country], Types(site)));

    [Fact]
    public void OnlySitesHaveASite() =>
        Assert.All(Places.All, place => Assert.Equal(place.Type == ScopeType.Site, place.Site is not null));

    [Fact]
    public void APlaceLiesInWhateverItsContainerLiesIn() =>
        Gen.OneOf(Places.All.ToArray()).Sample(place =>
            place.Within.All(outer => Places.Get(outer).Within.All(place.LiesIn))
            && (place.Within.Count == 0 || Places.Get(place.Within[0]).Within.SequenceEqual(place.Within.Skip(1))));

    [Fact]
    public void NoPlaceContainsItself() =>
        Gen.OneOf(Places.All.ToArray()).Sample(place => !place.Within.Contains(place.Code));

    [Fact]
    public void UtrechtCentraalLiesInItsMunicipalityRegionProvinceAndCountry()
    {
        var station = Places.Get("ST-UT");

        Assert.Equal("Utrecht Centraal", station.Name);
        Assert.Equal(["GM0344", "VR09", "PV26", "NL"], station.Within);
        Assert.Equal(SiteKind.Station, station.Site!.Kind);
        Assert.Equal(52.09, station.Site.Latitude!.Value, 0.01);
        Assert.Equal(5.11, station.Site.Longitude!.Value, 0.01);
    }

    [Theory]
    [InlineData("AP-AMS", SiteKind.Airport, "GM0394")]
    [InlineData("PT-NLRTM", SiteKind.Port, "GM0599")]
    [InlineData("PT-DEN-HELDER", SiteKind.Port, "GM0400")]
    public void AirportsAndPortsHaveTheirCodes(string code, SiteKind kind, string municipality)
    {
        var site = Places.Get(code);

        Assert.Equal(kind, site.Site!.Kind);
        Assert.Equal(municipality, site.Within[0]);
    }

    [Fact]
    public void TwoMunicipalitiesOfOneNameAreToldApart() =>
        Assert.Equal(("Bergen (NH.)", "Bergen (L.)"), (Places.Get("GM0373").Name, Places.Get("GM0893").Name));

    [Theory]
    [InlineData(ScopeType.Province)]
    [InlineData(ScopeType.Region)]
    [InlineData(ScopeType.Municipality)]
    public void NamesAreUniqueWithinAType(ScopeType type)
    {
        var names = Places.All.Where(place => place.Type == type).Select(place => place.Name).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory]
    [InlineData("gm0344", "GM0344")]
    [InlineData("st-ut", "ST-UT")]
    [InlineData("nl", "NL")]
    public void CodesAreReadInEitherCaseAndGivenInUpperCase(string typed, string canonical) =>
        Assert.Equal(canonical, Places.Find(typed)?.Code);

    [Theory]
    [InlineData("GM9999")]
    [InlineData("")]
    [InlineData(" GM0344")]
    [InlineData("Utrecht")]
    [InlineData(null)]
    public void WhatIsNoCodeIsNotFound(string? code) => Assert.Null(Places.Find(code));

    [Fact]
    public void APlaceKnowsTheOneOfEachTypeThatContainsIt()
    {
        Assert.Equal("PV26", Places.Get("ST-UT").At(ScopeType.Province)?.Code);
        Assert.Equal("PV26", Places.Get("PV26").At(ScopeType.Province)?.Code);
        Assert.Null(Places.Get("PV26").At(ScopeType.Municipality));
    }

    private static IEnumerable<ScopeType> Types(Place place) => place.Within.Select(code => Places.Get(code).Type);
}
