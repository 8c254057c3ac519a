using Alerting.Scopes;

namespace Alerting.Tests.Scopes;

public sealed class SectorsTests
{
    [Fact]
    public void EverySectorHasALowerCaseNameAndANameInBothLanguages() =>
        Assert.All(Sectors.All, sector =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", sector.Code);
            Assert.NotEmpty(sector.Name.Nl);
            Assert.NotEmpty(sector.Name.En);
        });

    [Fact]
    public void SectorsAreReadInEitherCaseAndGivenInLowerCase() => Assert.Equal("rail", Sectors.Find("Rail")?.Code);

    [Fact]
    public void WhatIsNoSectorIsNotFound() => Assert.Null(Sectors.Find("railways"));

    [Fact]
    public void EveryKindOfSiteBelongsToASector() =>
        Assert.All(Enum.GetValues<SiteKind>(), kind => Assert.NotNull(Sectors.Find(new Site(kind, null, null).Sector)));
}
