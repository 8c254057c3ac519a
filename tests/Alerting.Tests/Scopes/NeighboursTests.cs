using Alerting.Scopes;

namespace Alerting.Tests.Scopes;

public sealed class NeighboursTests
{
    private static readonly List<string> Provinces =
        [.. Places.All.Where(place => place.Type == ScopeType.Province).Select(place => place.Code)];

    [Fact]
    public void EveryProvinceHasNeighboursAndTheyAreMutual() =>
        Assert.All(Provinces, province =>
        {
            Assert.NotEmpty(Neighbours.OfProvince(province));
            Assert.DoesNotContain(province, Neighbours.OfProvince(province));
            Assert.All(Neighbours.OfProvince(province), other => Assert.Contains(province, Neighbours.OfProvince(other)));
        });

    [Theory]
    [InlineData("PV20", "PV21 PV22")]
    [InlineData("PV21", "PV20 PV22 PV23 PV24 PV27")]
    [InlineData("PV22", "PV20 PV21 PV23")]
    [InlineData("PV23", "PV21 PV22 PV24 PV25")]
    [InlineData("PV24", "PV21 PV23 PV25 PV26 PV27")]
    [InlineData("PV25", "PV23 PV24 PV26 PV28 PV30 PV31")]
    [InlineData("PV26", "PV24 PV25 PV27 PV28")]
    [InlineData("PV27", "PV21 PV24 PV26 PV28")]
    [InlineData("PV28", "PV25 PV26 PV27 PV29 PV30")]
    [InlineData("PV29", "PV28 PV30")]
    [InlineData("PV30", "PV25 PV28 PV29 PV31")]
    [InlineData("PV31", "PV25 PV30")]
    public void TheBordersAreThoseOnTheMap(string province, string neighbours) =>
        Assert.Equal(neighbours.Split(' '), Neighbours.OfProvince(province).Order(StringComparer.Ordinal));
}
