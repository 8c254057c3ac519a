using System.Text.Json;
using Alerting.Adapters;
using Alerting.Adapters.Twilio;
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

    [Fact]
    public async Task ASecondAccountIsGivenEverySettingOfTheFirst()
    {
        const string Given = "from: 'SENDER', callFrom: '+3197010000009', baseUrl: 'https://sms.example/', messagesPerSecond: 7 }";
        using var folder = new TemplateFolder();
        folder.Break(
            Path.Combine("infra", "bicep", "env", "prod.bicepparam"), "param isPrivate = true",
            $"param twilio = {{ accountSid: 'AC{new string('1', 32)}', {Given}\nparam twilioSecond = {{ accountSid: 'AC{new string('2', 32)}', {Given}\nparam isPrivate = true");
        using var predicted = await Compiled.PredictAsync(folder, "prod");
        var settings = predicted.RootElement.GetProperty("predictedResources").EnumerateArray()
            .Single(resource => resource.GetProperty("type").GetString() == "Microsoft.Web/sites/config").GetProperty("properties").EnumerateObject().ToArray();
        var (first, second) = (Of("Twilio__"), Of("TwilioSecond__"));
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), second.Keys.Order(StringComparer.Ordinal));
        var (token, sid) = (nameof(TwilioOptions.AuthToken), nameof(TwilioOptions.AccountSid));
        Assert.All(first.Keys.Except([token, sid]), name => Assert.Equal((name, first[name]), (name, second[name])));
        Assert.Equal("+3197010000009", second[nameof(TwilioOptions.CallFrom)]);

        Dictionary<string, string> Of(string account) => settings.Where(setting => setting.Name.StartsWith(account, StringComparison.Ordinal))
            .ToDictionary(setting => setting.Name[account.Length..], setting => setting.Value.GetString()!);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void TheForecastIsMadeFromWhatRuns(string environment)
    {
        var scale = compiled.Resource(environment, "Microsoft.Web/sites").GetProperty("properties").GetProperty("functionAppConfig").GetProperty("scaleAndConcurrency");
        var ready = scale.GetProperty("alwaysReady").EnumerateArray().Where(kind => kind.GetProperty("name").GetString() == "function:DeliverSms")
            .Sum(kind => kind.GetProperty("instanceCount").GetInt32());
        var sku = compiled.Resource(environment, "Microsoft.ServiceBus/namespaces").GetProperty("sku");
        var units = sku.GetProperty("tier").GetString() == "Premium" ? sku.GetProperty("capacity").GetInt32() : 0;
        var settings = Settings(environment);
        Assert.Equal(
            ($"{ready}", $"{scale.GetProperty("maximumInstanceCount")}", $"{units}"),
            (settings["Forecast__ReadyInstances"], settings["Forecast__MostInstances"], settings["Forecast__BrokerUnits"]));
    }

    [Theory]
    [InlineData("Paths__SmsNumber", "ALERTING_CANARY_SMS_NUMBER")]
    [InlineData("Paths__VoiceNumber", "ALERTING_CANARY_VOICE_NUMBER")]
    [InlineData("Paths__Mailbox", "ALERTING_CANARY_MAILBOX")]
    public void CanariesGoWhereTheOrganisationSays(string setting, string variable) =>
        Assert.All(Compiled.Environments, environment => Assert.Equal(BicepCompiler.Organisation[variable], Settings(environment)[setting]));

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
