using System.Text.Json;
using System.Text.RegularExpressions;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>Nothing has a key, and nothing is open that need not be.</summary>
public sealed partial class SecrecyTests(Compiled compiled)
{
    public static TheoryData<string> Environments => [.. Compiled.Environments];

    /// <summary>Type, property, value that every environment must have.</summary>
    public static TheoryData<string, string, string> Locks => new()
    {
        { "Microsoft.ServiceBus/namespaces", "disableLocalAuth", "true" },
        { "Microsoft.ServiceBus/namespaces", "minimumTlsVersion", "1.2" },
        { "Microsoft.SignalRService/signalR", "disableLocalAuth", "true" },
        { "Microsoft.Insights/components", "DisableLocalAuth", "true" },
        { "Microsoft.OperationalInsights/workspaces", "features.disableLocalAuth", "true" },
        { "Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "false" },
        { "Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", "false" },
        { "Microsoft.Storage/storageAccounts", "allowCrossTenantReplication", "false" },
        { "Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly", "true" },
        { "Microsoft.Storage/storageAccounts", "minimumTlsVersion", "TLS1_2" },
        { "Microsoft.Storage/storageAccounts/blobServices/containers", "publicAccess", "None" },
        { "Microsoft.KeyVault/vaults", "enableRbacAuthorization", "true" },
        { "Microsoft.KeyVault/vaults", "enablePurgeProtection", "true" },
        { "Microsoft.Web/sites", "httpsOnly", "true" },
        { "Microsoft.Web/sites", "siteConfig.minTlsVersion", "1.2" },
        { "Microsoft.Web/sites", "siteConfig.scmMinTlsVersion", "1.2" },
        { "Microsoft.Web/sites", "siteConfig.ftpsState", "Disabled" },
        { "Microsoft.Web/sites", "functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity" },
    };

    [Fact]
    public void NoTemplateReadsAKey()
    {
        var text = compiled.Template.GetRawText();
        Assert.DoesNotMatch(KeyReader(), text);
        Assert.DoesNotMatch(KeyInText(), text);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void NoEnvironmentHoldsAKey(string environment) =>
        Assert.All(compiled.Resources(environment), resource => Assert.DoesNotMatch(KeyInText(), resource.GetRawText()));

    [Fact]
    public void NoParameterIsASecret() =>
        Assert.DoesNotContain(compiled.Template.GetProperty("parameters").EnumerateObject(),
            parameter => parameter.Value.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("secure", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [MemberData(nameof(Locks))]
    public void EveryDoorIsLocked(string type, string property, string value) =>
        Assert.All(Compiled.Environments, environment => Assert.Equal(value, Read(compiled.Resource(environment, type), property)));

    [Theory]
    [MemberData(nameof(Environments))]
    public void NoPasswordDeploys(string environment)
    {
        var policies = compiled.Resources(environment, "Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        Assert.Equal(["ftp", "scm"], policies.Select(policy => policy.GetProperty("name").GetString()!.Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.All(policies, policy => Assert.Equal("false", Read(policy, "allow")));
    }

    [Fact]
    public void ProductionIsReachedPrivatelyExceptWhereTheWorldMustReachIt()
    {
        foreach (var type in new[] { "Microsoft.Storage/storageAccounts", "Microsoft.ServiceBus/namespaces", "Microsoft.KeyVault/vaults" })
            Assert.Equal("Disabled", Read(compiled.Resource("prod", type), "publicNetworkAccess"));
        var boards = compiled.Resource("prod", "Microsoft.SignalRService/signalR");
        Assert.Equal("Deny", Read(boards, "networkACLs.defaultAction"));
        Assert.Equal("""["ClientConnection"]""", Read(boards, "networkACLs.publicNetwork.allow"));
        Assert.EndsWith("/subnets/app", Read(compiled.Resource("prod", "Microsoft.Web/sites"), "virtualNetworkSubnetId"), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryServiceThatIsClosedHasAPrivateEndpointAndItsNameAZone()
    {
        var groups = compiled.Resources("prod", "Microsoft.Network/privateEndpoints")
            .Select(endpoint => endpoint.GetProperty("properties").GetProperty("privateLinkServiceConnections")[0].GetProperty("properties").GetProperty("groupIds")[0].GetString());
        Assert.Equal(["blob", "namespace", "signalr", "table", "vault"], groups.Order(StringComparer.Ordinal));
        Assert.Equal(5, compiled.Resources("prod", "Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count);
        Assert.Equal(5, compiled.Resources("prod", "Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    public void ThereIsNoNetworkWhereNoneIsAskedFor(string environment) =>
        Assert.DoesNotContain(compiled.Resources(environment), resource => resource.GetProperty("type").GetString()!.StartsWith("Microsoft.Network/", StringComparison.Ordinal));

    [Fact]
    public void NoFileOfTheTemplatesHoldsAKey() =>
        Assert.All(System.IO.Directory.EnumerateFiles(Repository.PathTo("infra"), "*", SearchOption.AllDirectories),
            file => Assert.DoesNotMatch(KeyInText(), File.ReadAllText(file)));

    private static string Read(JsonElement resource, string path)
    {
        var value = path.Split('.').Aggregate(resource.GetProperty("properties"), (element, name) => element.GetProperty(name));
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : NoSpace().Replace(value.GetRawText(), "");
    }

    [GeneratedRegex(@"\blist(Keys|Secrets|AccountSas|ServiceSas|Credentials|\w*)\(", RegexOptions.IgnoreCase)]
    private static partial Regex KeyReader();

    [GeneratedRegex(@"AccountKey=|SharedAccessKey|AccessKey=|InstrumentationKey=|sig=", RegexOptions.IgnoreCase)]
    private static partial Regex KeyInText();

    [GeneratedRegex(@"\s")]
    private static partial Regex NoSpace();
}
