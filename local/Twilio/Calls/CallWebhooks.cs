using System.Globalization;
using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Twilio.Calls;

/// <summary>What the webhooks of a call are told.</summary>
internal sealed class CallWebhooks(WebhookClient client, TimeProvider time)
{
    /// <summary>Tells the status callback, if it listens to this event.</summary>
    public async Task TellAsync(Call call, string change, string status, CancellationToken ct)
    {
        if (call.StatusCallback is not { } url || !call.Events.Contains(change))
            return;

        var parameters = Parameters(call, status);
        parameters.Add(new("Timestamp", Rfc2822.Of(time.GetUtcNow())));
        parameters.Add(new("CallbackSource", "call-progress-events"));
        parameters.Add(new("SequenceNumber", call.Callbacks.ToString(CultureInfo.InvariantCulture)));
        if (change == "completed")
            parameters.Add(new("CallDuration", Duration(call)));
        call.Callbacks++;
        await client.PostAsync(call.Account, url, parameters, ct);
    }

    /// <summary>Asks for the TwiML that comes next, with the digits that were pressed.</summary>
    public Task<WebhookAnswer> FetchAsync(Call call, string url, string? digits, CancellationToken ct)
    {
        if (!Address.IsWebhook(url))
            return Task.FromResult(new WebhookAnswer(null, "", WebhookClient.Unreachable));

        var parameters = Parameters(call, call.Status);
        if (digits is not null)
        {
            parameters.Add(new("Digits", digits));
            parameters.Add(new("FinishedOnKey", ""));
            parameters.Add(new("msg", "Gather End"));
        }

        return client.PostAsync(call.Account, url, parameters, ct);
    }

    /// <summary>Whole seconds between answer and end.</summary>
    public static string Duration(Call call) => call is { Answered: { } answered, Ended: { } ended }
        ? Math.Ceiling((ended - answered).TotalSeconds).ToString(CultureInfo.InvariantCulture)
        : "0";

    private static List<KeyValuePair<string, string>> Parameters(Call call, string status) =>
    [
        new("CallSid", call.Sid),
        new("AccountSid", call.Account.Sid),
        new("From", call.From),
        new("To", call.To),
        new("Caller", call.From),
        new("Called", call.To),
        new("CallStatus", status),
        new("ApiVersion", "2010-04-01"),
        new("Direction", "outbound-api"),
    ];
}
