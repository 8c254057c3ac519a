using Microsoft.Extensions.Configuration;

namespace Alerting.Adapters.Twilio;

/// <summary>A second account that shares the load, at Twilio or at anybody who speaks its API: section <c>TwilioSecond</c>. Without <c>AccountSid</c> there is none.</summary>
public sealed record TwilioSecondOptions : TwilioOptions
{
    /// <summary>Name of the section.</summary>
    public new const string Section = "TwilioSecond";

    internal override string ProviderName => "twilio-second";

    internal override string DependencyName => "sms-second";

    /// <summary>True when the settings name a second account.</summary>
    internal static bool IsIn(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[$"{Section}:{nameof(AccountSid)}"]);
}
