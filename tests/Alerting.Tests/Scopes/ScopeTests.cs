using Alerting.Scopes;

namespace Alerting.Tests.Scopes;

public sealed class ScopeTests
{
    [Theory]
    [InlineData(ScopeType.Country, "nl", "NL", "Nederland")]
    [InlineData(ScopeType.Province, "pv26", "PV26", "Utrecht")]
    [InlineData(ScopeType.Region, "VR13", "VR13", "Amsterdam-Amstelland")]
    [InlineData(ScopeType.Municipality, "gm0344", "GM0344", "Utrecht")]
    [InlineData(ScopeType.Site, "ap-ams", "AP-AMS", "Amsterdam Airport Schiphol")]
    [InlineData(ScopeType.Sector, "Drinking-Water", "drinking-water", "drinkwater")]
    public void AKnownCodeGivesTheScopeInCanonicalForm(ScopeType type, string typed, string code, string name)
    {
        var scope = Scope.Find(type, typed).Value;

        Assert.Equal(new(type, code), scope);
        Assert.Equal(name, scope?.Name);
    }

    [Theory]
    [InlineData(ScopeType.Country, "BE")]
    [InlineData(ScopeType.Province, "PV19")]
    [InlineData(ScopeType.Region, "VR26")]
    [InlineData(ScopeType.Municipality, "GM9999")]
    [InlineData(ScopeType.Site, "ST-QQQ")]
    [InlineData(ScopeType.Sector, "bakeries")]
    public void AnUnknownCodeIsRefusedByName(ScopeType type, string code)
    {
        var problem = Assert.Single(Scope.Find(type, code).Problems);

        Assert.Equal((ProblemKind.Invalid, "scope-code-unknown", "scope.code"), (problem.Kind, problem.Rule, problem.Field));
        Assert.StartsWith($"'{code}' is not ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScopeType.Municipality, "PV26", "PV26 is a province (Utrecht), not a municipality.")]
    [InlineData(ScopeType.Province, "VR09", "VR09 is a security region (Utrecht), not a province.")]
    [InlineData(ScopeType.Sector, "ST-UT", "ST-UT is a site (Utrecht Centraal), not a sector.")]
    [InlineData(ScopeType.Site, "rail", "rail is a sector, not a site.")]
    public void ACodeOfAnotherTypeIsRefusedWithWhatItIs(ScopeType type, string code, string message)
    {
        var problem = Assert.Single(Scope.Find(type, code).Problems);

        Assert.Equal(("scope-type-mismatch", "scope.code", message), (problem.Rule, problem.Field, problem.Message));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void AMissingCodeIsAskedFor(string? code) =>
        Assert.Equal("required", Assert.Single(Scope.Find(ScopeType.Province, code).Problems).Rule);

    [Fact]
    public void ALongOrBrokenCodeIsNotRepeatedAsItIs()
    {
        var message = Assert.Single(Scope.Find(ScopeType.Province, new string('x', 5000) + "\n").Problems).Message;
        var broken = Assert.Single(Scope.Find(ScopeType.Province, "PV\r\n").Problems).Message;

        Assert.True(message.Length < 150);
        Assert.DoesNotContain('\n', broken);
    }
}
