using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Alerting.Adapters.Twilio;

/// <summary>The account that text messages go through: section <c>Twilio</c>.</summary>
public partial record TwilioOptions : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Twilio";

    /// <summary><c>AC</c> and 32 hex digits.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>Password of the API, and key of the webhook signatures. Secret.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>Sender: number in E.164 form, short code or alphanumeric name of at most 11 characters; empty when there is a messaging service. A name cannot be answered.</summary>
    public string From { get; set; } = "";

    /// <summary>Messaging service that chooses the sender: <c>MG</c> and 32 hex digits; empty when there is <see cref="From"/>.</summary>
    public string MessagingServiceSid { get; set; } = "";

    /// <summary>Number that calls come from, in E.164 form; empty to call from <see cref="From"/>, if that is a number.</summary>
    public string CallFrom { get; set; } = "";

    /// <summary>Address of the API.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.twilio.com");

    /// <summary>How long one request may take in all; 1 s to 1 min. After it nobody knows whether the message was taken.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most connections at once, 1 to 2000. Loopback needs few, a provider 100 ms away one per message in flight.</summary>
    public int MaxConnections { get; set; } = 256;

    /// <summary>Share of the messages when nothing is wrong, in points beside those of the other account; 0 to 100, default 50. Alone it counts for nothing.</summary>
    public int Weight { get; set; } = 50;

    /// <summary>Messages a second that were agreed, for each process; 0 to 1000, default 0: no bound. First tries are counted and never wait; repeats and canaries do.</summary>
    public int MessagesPerSecond { get; set; }

    /// <summary>Messages at once before that rate counts; 1 to 10000, default 10.</summary>
    public int MessageBurst { get; set; } = 10;

    /// <summary>What the account is called in outcomes and shifts of weight.</summary>
    internal virtual string ProviderName => "twilio";

    /// <summary>What it is called among the outside systems.</summary>
    internal virtual string DependencyName => "sms";

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!AccountForm().IsMatch(AccountSid))
            yield return "AccountSid must be AC and 32 hex digits.";
        if (AuthToken.Length == 0)
            yield return "AuthToken must be given.";
        if ((From.Length == 0) == (MessagingServiceSid.Length == 0))
            yield return "From or, in the same section, MessagingServiceSid must be given, and not both.";
        if (MessagingServiceSid.Length > 0 && !ServiceForm().IsMatch(MessagingServiceSid))
            yield return "MessagingServiceSid must be MG and 32 hex digits.";
        if (CallFrom.Length > 0 && !NumberForm().IsMatch(CallFrom))
            yield return "CallFrom must be a number in E.164 form, such as +31201234567.";
        if (!BaseUrl.IsAbsoluteUri)
            yield return "BaseUrl must be an absolute address.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(1))
            yield return "Timeout must be 1 s to 1 min.";
        if (MaxConnections is < 1 or > 2000)
            yield return "MaxConnections must be 1 to 2000.";
        if (Weight is < 0 or > 100)
            yield return "Weight must be 0 to 100.";
        if (MessagesPerSecond is < 0 or > 1000)
            yield return "MessagesPerSecond must be 0 to 1000.";
        if (MessageBurst is < 1 or > 10_000)
            yield return "MessageBurst must be 1 to 10000.";
    }

    /// <summary>The number that calls come from; empty when there is none.</summary>
    internal string CallerNumber => CallFrom.Length > 0 ? CallFrom : NumberForm().IsMatch(From) ? From : "";

    /// <summary>True when the settings of an account name a number that calls can come from.</summary>
    public static bool CanCall(IConfigurationSection account) =>
        new TwilioOptions { From = account[nameof(From)] ?? "", CallFrom = account[nameof(CallFrom)] ?? "" }.CallerNumber.Length > 0;

    /// <summary>True when the settings name an account that can call.</summary>
    public static bool CanCall(IConfiguration configuration) =>
        CanCall(configuration.GetSection(Section))
        || (TwilioSecondOptions.IsIn(configuration) && CanCall(configuration.GetSection(TwilioSecondOptions.Section)));

    /// <summary>Everything but the token, so that no log shows it; sealed, or a record made from this one would show it again.</summary>
    public sealed override string ToString() => $"{AccountSid} at {BaseUrl}";

    [GeneratedRegex(@"\AAC[0-9a-fA-F]{32}\z")]
    private static partial Regex AccountForm();

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\AMG[0-9a-fA-F]{32}\z")]
    private static partial Regex ServiceForm();
}
