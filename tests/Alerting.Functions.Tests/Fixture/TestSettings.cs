namespace Alerting.Functions.Tests;

/// <summary>Settings with which the app starts.</summary>
internal static class TestSettings
{
    public const string PublicAddress = "https://alerting.test";
    public const string TwilioToken = "12345";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["SignIn:Authority"] = TokenIssuer.Authority,
        ["SignIn:Audience"] = TokenIssuer.Audience,
        ["Public:BaseUrl"] = PublicAddress,
        ["Tables:ConnectionString"] = "UseDevelopmentStorage=true",
        ["ServiceBus"] = "Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=Root;SharedAccessKey=none;UseDevelopmentEmulator=true;",
        ["SignalR:ConnectionString"] = "Endpoint=https://signalr.test;AccessKey=bm9ib2R5LWtub3dzLXRoaXMta2V5LWV4Y2VwdC10ZXN0cw==;Version=1.0;",
        ["Smtp:Host"] = "mail.test",
        ["Smtp:From"] = "alerting@alerting.example",
        ["Twilio:AccountSid"] = "AC" + new string('0', 32),
        ["Twilio:AuthToken"] = TwilioToken,
        ["Twilio:From"] = "NCTV",
        ["Twilio:CallFrom"] = "+3197010000000",
    };
}
