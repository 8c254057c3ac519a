using Alerting.Local.Hosting;

namespace Alerting.Local.Twilio;

/// <summary>What one stand-in provider is: its port, its account or two, and where its inbound messages go.</summary>
internal sealed record TwilioOptions
{
    private static readonly string[] Known = ["port", "account", "token", "second-account", "second-token", "inbound", "service-number", "callback-workers"];

    public int Port { get; init; } = 8889;

    public string Account { get; init; } = "AC" + "00000000000000000000000000000001";

    /// <summary>The auth token: the password of every request and the key of every signature.</summary>
    public string Token { get; init; } = "local-auth-token";

    /// <summary>Another account with a state of its own; null means that there is one only.</summary>
    public string? SecondAccount { get; init; }

    public string SecondToken { get; init; } = "local-second-token";

    /// <summary>The webhook that hears inbound messages; null means that they are only kept.</summary>
    public string? InboundUrl { get; init; }

    /// <summary>The sender that a messaging service chooses.</summary>
    public string ServiceNumber { get; init; } = "+3197010000000";

    /// <summary>How many callbacks may be under way at once.</summary>
    public int CallbackWorkers { get; init; } = 32;

    public static TwilioOptions? Parse(IReadOnlyList<string> args, out string? error)
    {
        var given = Arguments.Parse(args, Known, out error);
        if (given is null)
            return null;

        var defaults = new TwilioOptions();
        var portFits = given.TryPort("port", defaults.Port, out var port);
        var workersFit = int.TryParse(given.Text("callback-workers", "32"), out var workers) && workers is > 0 and <= 1000;
        var options = new TwilioOptions
        {
            Port = port,
            Account = given.Text("account", defaults.Account),
            Token = given.Text("token", defaults.Token),
            SecondAccount = given.Text("second-account"),
            SecondToken = given.Text("second-token", defaults.SecondToken),
            InboundUrl = given.Text("inbound"),
            ServiceNumber = given.Text("service-number", defaults.ServiceNumber),
            CallbackWorkers = workers,
        };
        error = Wrong(options, portFits, workersFit);
        return error is null ? options : null;
    }

    private static string? Wrong(TwilioOptions options, bool portFits, bool workersFit) =>
        !portFits ? "--port needs a number from 0 to 65535"
        : !workersFit ? "--callback-workers needs a number from 1 to 1000"
        : !Sid.Fits(options.Account, "AC") ? "--account needs AC and 32 hexadecimal digits"
        : options.SecondAccount is { } second && (!Sid.Fits(second, "AC") || second == options.Account) ? "--second-account needs AC and 32 hexadecimal digits, other than the first"
        : options.InboundUrl is { } url && !Address.IsWebhook(url) ? "--inbound needs an http or https URL"
        : !Address.IsE164(options.ServiceNumber) ? "--service-number needs a number in E.164 form"
        : null;
}
