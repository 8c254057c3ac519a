using Alerting.Adapters.Twilio;

namespace Alerting.Adapters.Tests.Twilio;

/// <summary>Settings of an account that exists nowhere.</summary>
internal static class TwilioAccount
{
    public static PublicOptions Public { get; } = new() { BaseUrl = new("https://alerting.example") };

    public static TwilioOptions Options { get; } = new()
    {
        AccountSid = "AC" + new string('0', 31) + "1",
        AuthToken = "local-auth-token",
        From = "+3197010000000",
    };
}
