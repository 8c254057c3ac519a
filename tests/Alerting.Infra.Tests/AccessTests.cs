using System.Text.Json;

namespace Alerting.Infra.Tests;

/// <summary>The app's identity may do what the app does, each on its resource, and nothing else.</summary>
public sealed class AccessTests(Compiled compiled)
{
    private static readonly Dictionary<string, string> RoleNames = new()
    {
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["7e4f1700-ea5a-4f59-8f37-079cfe29dce3"] = "SignalR Service Owner",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static TheoryData<string> Environments => [.. Compiled.Environments];

    [Theory]
    [MemberData(nameof(Environments))]
    public void TheRolesAreTheseOnTheseResources(string environment)
    {
        string[] expected =
        [
            "Azure Service Bus Data Receiver on Microsoft.ServiceBus/namespaces",
            "Azure Service Bus Data Sender on Microsoft.ServiceBus/namespaces",
            "Key Vault Secrets User on Microsoft.KeyVault/vaults",
            "Monitoring Metrics Publisher on Microsoft.Insights/components",
            "SignalR Service Owner on Microsoft.SignalRService/signalR",
            "Storage Blob Data Owner on Microsoft.Storage/storageAccounts",
            "Storage Table Data Contributor on Microsoft.Storage/storageAccounts",
        ];
        var actual = Assignments(environment).Select(assignment => $"{Role(assignment)} on {Scope(assignment)}");
        Assert.Equal(expected, actual.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void EveryRoleIsForTheIdentityOfTheApp(string environment) =>
        Assert.All(Assignments(environment), assignment =>
        {
            var properties = assignment.GetProperty("properties");
            Assert.Contains("identity-{0}", properties.GetProperty("principalId").GetString(), StringComparison.Ordinal);
            Assert.Contains("outputs.principalId", properties.GetProperty("principalId").GetString(), StringComparison.Ordinal);
            Assert.Equal("ServicePrincipal", properties.GetProperty("principalType").GetString());
        });

    [Theory]
    [MemberData(nameof(Environments))]
    public void TheAppHasThatIdentityAndNoOther(string environment)
    {
        var identity = compiled.Resource(environment, "Microsoft.Web/sites").GetProperty("identity");
        Assert.Equal("UserAssigned", identity.GetProperty("type").GetString());
        var one = Assert.Single(identity.GetProperty("userAssignedIdentities").EnumerateObject());
        Assert.EndsWith($"/userAssignedIdentities/alerting-{environment}-id", one.Name, StringComparison.Ordinal);
    }

    private IReadOnlyList<JsonElement> Assignments(string environment) => compiled.Resources(environment, "Microsoft.Authorization/roleAssignments");

    private static string Role(JsonElement assignment) =>
        RoleNames[assignment.GetProperty("properties").GetProperty("roleDefinitionId").GetString()!.Split('/')[^1]];

    /// <summary>Type of the resource that the assignment is on: a role on the resource group would be named after the group.</summary>
    private static string Scope(JsonElement assignment)
    {
        var providers = assignment.GetProperty("id").GetString()!.Split("/providers/");
        return string.Join('/', providers[^2].Split('/')[..^1]);
    }
}
