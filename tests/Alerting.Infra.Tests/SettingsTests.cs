using System.Text.Json;
using Alerting.Adapters;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>Azure sets what local.settings.sample.json names: the same names, or their counterparts by identity.</summary>
public sealed class SettingsTests(Compiled compiled)
{
    /// <summary>What takes the place of a setting that holds a key.</summary>
    private static readonly Dictionary<string, string[]> ByIdentity = new()
    {
        // functionAppConfig says it.
        ["FUNCTIONS_WORKER_RUNTIME"] = [],
        ["AzureWebJobsStorage"] = ["AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId"],
        ["ServiceBus"] = ["ServiceBus__fullyQualifiedNamespace", "ServiceBus__credential", "ServiceBus__clientId"],
        ["Tables__ConnectionString"] = ["Tables__Endpoint"],
        ["SignalR__ConnectionString"] = ["SignalR__Endpoint"],
    };

    /// <summary>What only Azure has: who the app is, and where telemetry goes.</summary>
    private static readonly string[] OnlyInAzure =
        ["AZURE_CLIENT_ID", "AZURE_TOKEN_CREDENTIALS", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"];

    /// <summary>Read by the Functions host, for whom the app does not answer.</summary>
    private static readonly string[] ForTheHost = ["ServiceBus__credential", "ServiceBus__clientId"];

    public static TheoryData<string> Environments => [.. Compiled.Environments];

    [Theory]
    [MemberData(nameof(Environments))]
    public void TheAppIsGivenEverySettingOfTheSampleAndNoOther(string environment)
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")));
        var expected = sample.RootElement.GetProperty("Values").EnumerateObject()
            .SelectMany(setting => ByIdentity.GetValueOrDefault(setting.Name) ?? [setting.Name])
            .Concat(OnlyInAzure);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Settings(environment).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EverySettingOfAnOutsideSystemIsAnOptionThatTheAppReads()
    {
        var options = typeof(ICheckedOptions).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(ICheckedOptions)) && !type.IsInterface)
            .SelectMany(type => type.GetProperties().Select(property => $"{type.GetField("Section")!.GetRawConstantValue()}__{property.Name}"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sections = options.Select(option => option.Split("__")[0]).ToHashSet();
        var unread = Settings("prod").Keys.Except(ForTheHost).Where(setting => sections.Contains(setting.Split("__")[0]) && !options.Contains(setting));
        Assert.Empty(unread);
        Assert.Equal(["Audit", "Public", "ServiceBus", "SignalR", "Smtp", "Tables", "Twilio", "TwilioSecond"], sections.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Twilio__AuthToken")]
    [InlineData("TwilioSecond__AuthToken")]
    [InlineData("Smtp__Password")]
    [InlineData("Audit__HeartbeatUrl")]
    public void ASecretComesFromTheKeyVault(string setting) =>
        Assert.Contains("@Microsoft.KeyVault(SecretUri=", Settings("prod")[setting], StringComparison.Ordinal);

    [Fact]
    public void EveryConnectionIsByTheOneIdentityOfTheApp()
    {
        var settings = Settings("prod");
        var client = settings["AZURE_CLIENT_ID"].Trim('[', ']');
        Assert.Contains("userAssignedIdentities/alerting-prod-id", client, StringComparison.Ordinal);
        foreach (var connection in new[] { "AzureWebJobsStorage", "ServiceBus" })
        {
            Assert.Equal("managedidentity", settings[$"{connection}__credential"]);
            Assert.Equal(client, settings[$"{connection}__clientId"].Trim('[', ']'));
        }
        Assert.Equal($"[format('ClientId={{0}};Authorization=AAD', {client})]", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
    }

    [Theory]
    [InlineData("dev", "")]
    [InlineData("test", "")]
    [InlineData("prod", "c1")]
    public void ApprovingAsksForAStrongSignInWhereItIsReal(string environment, string context) =>
        Assert.Equal(context, Settings(environment)["SignIn__ApprovalContext"]);

    [Fact]
    public void TheBrokerIsNamedWithoutSchemeAndPort() =>
        Assert.Matches(@"^alerting-prod-bus-[a-z0-9]{13}\.servicebus\.windows\.net$", Settings("prod")["ServiceBus__fullyQualifiedNamespace"]);

    private Dictionary<string, string> Settings(string environment) =>
        compiled.Resource(environment, "Microsoft.Web/sites/config").GetProperty("properties").EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);
}
