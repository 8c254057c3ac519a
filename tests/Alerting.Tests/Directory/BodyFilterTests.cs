using Alerting.Directory;
using Xunit;

namespace Alerting.Tests.Directory;

public sealed class BodyFilterTests
{
    private static readonly Body[] Bodies =
    [
        Of("ncc", "NL", 1, "government"), Of("pv26", "PV26", 2), Of("vr09", "VR09", 1), Of("gm0344", "GM0344", 1), Of("st-ut", "ST-UT", 1, "rail"),
        Of("gm0307", "GM0307", 1), Of("gm0363", "GM0363", 1), Of("ap-ams", "AP-AMS", 1, "aviation"), Of("st-ah", "ST-AH", 2, "rail"),
    ];

    private static Body Of(string id, string place, int tier, params string[] sectors) =>
        new() { Id = id, Name = id, Place = place, Sectors = sectors, Tier = tier, Contacts = [] };

    [Theory]
    // Amersfoort lies in the same security region as the city of Utrecht; Amsterdam does not.
    [InlineData("GM0344", null, null, "ncc pv26 vr09 gm0344 st-ut gm0307")]
    [InlineData("gm0344", "rail", null, "st-ut")]
    [InlineData("NL", null, "2", "pv26 st-ah")]
    [InlineData(null, "rail", null, "st-ut st-ah")]
    [InlineData(null, "RAIL", "1", "st-ut")]
    [InlineData("", "", "", "ncc pv26 vr09 gm0344 st-ut gm0307 gm0363 ap-ams st-ah")]
    public void BodiesAreInOrAroundOrResponsibleForThePlace(string? near, string? sector, string? tier, string expected)
    {
        var filter = BodyFilter.Read(near, sector, tier).Value;
        Assert.NotNull(filter);
        Assert.Equal(expected, string.Join(' ', Bodies.Where(filter.Matches).Select(body => body.Id)));
    }

    [Fact]
    public void WhatIsUnknownIsRefusedByItsName() =>
        Assert.Equal(["near", "sector", "tier"], BodyFilter.Read("GM9999", "circus", "4").Problems.Select(problem => problem.Field));
}
