using System.Text.Json;
using System.Text.Json.Nodes;
using Alerting.Local.SignIn;

namespace Alerting.Local.Stack;

/// <summary>The function app's settings on this machine: the sample, with the addresses of this run.</summary>
internal static class AppSettings
{
    public const string TwilioAccount = "AC00000000000000000000000000000001";
    public const string TwilioToken = "local-auth-token";
    public const string SecondTwilioAccount = "AC00000000000000000000000000000002";
    public const string SecondTwilioToken = "local-second-token";

    /// <summary>Long enough for HMAC-SHA256, and known to everybody: it guards nothing.</summary>
    public const string SignalRKey = "bG9jYWwtYWNjZXNzLWtleS1vZi10aGUtc2lnbmFsci1zdGFuZC1pbg==";

    private const string StorageAccount = "devstoreaccount1";

    /// <summary>Azurite's well-known key.</summary>
    private const string StorageKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Plan plan)
    {
        var settings = JsonNode.Parse(File.ReadAllText(plan.InRepository("local.settings.sample.json")))!;
        foreach (var (name, value) in Addresses(plan))
            settings["Values"]![name] = value;
        File.WriteAllText(plan.Settings, settings.ToJsonString(Indented) + "\n");
    }

    /// <summary>What depends on where the parts are.</summary>
    public static IReadOnlyDictionary<string, string> Addresses(Plan plan) => new Dictionary<string, string>
    {
        ["AzureWebJobsStorage"] = Tables(plan),
        ["ServiceBus"] = $"Endpoint=sb://{Plan.Host}:{plan.Number("servicebus")};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;",
        ["Tables__ConnectionString"] = Tables(plan),
        ["SignalR__ConnectionString"] = $"Endpoint=http://{Plan.Host}:{plan.Number("signalr")};AccessKey={SignalRKey};Version=1.0;",
        ["Twilio__AccountSid"] = TwilioAccount,
        ["Twilio__AuthToken"] = TwilioToken,
        ["Twilio__BaseUrl"] = plan.Url("twilio"),
        ["TwilioSecond__AccountSid"] = SecondTwilioAccount,
        ["TwilioSecond__AuthToken"] = SecondTwilioToken,
        ["TwilioSecond__BaseUrl"] = plan.Url("twilio"),
        ["Smtp__Host"] = Plan.Host,
        ["Smtp__Port"] = plan.Number("smtp"),
        ["SignIn__Authority"] = $"{plan.Url("signin")}{Registration.Tenant}/v2.0",
        ["SignIn__Audience"] = Registration.Audience,
        ["Public__BaseUrl"] = plan.Url("functions").TrimEnd('/'),
    };

    private static string Tables(Plan plan) =>
        $"DefaultEndpointsProtocol=http;AccountName={StorageAccount};AccountKey={StorageKey};TableEndpoint={plan.Url("azurite")}{StorageAccount};";
}
