using System.Globalization;

namespace Alerting.Local.Twilio.Webhooks;

/// <summary>Tells the receiver of a message's status callback about each state after the first.</summary>
internal sealed class StatusCallbacks(
    MessageStore store, WebhookClient client, DuePump pump, TimeProvider time)
{
    private long counted;
    private long sent;
    private long failed;
    private long lost;

    public CallbackTally Tally => new(
        Interlocked.Read(ref sent), Interlocked.Read(ref failed), Interlocked.Read(ref lost), pump.Open);

    public void Follow(Message message)
    {
        if (message.StatusCallback is null)
            return;

        var steps = Timeline.Steps(message).ToArray();
        if (!message.Account.Control.State.Callbacks.IsShuffled)
        {
            Next(message, steps, 0);
            return;
        }

        var times = steps.Select(s => s.After).ToArray();
        Random.Shared.Shuffle(steps);
        foreach (var (step, after) in steps.Zip(times))
            pump.At(message.Due + after, ct => TellAsync(message, step, ct));
    }

    // Only the next state is in the queue, so that a slow receiver still hears them in order.
    private void Next(Message message, OutcomeStep[] steps, int at)
    {
        if (at == steps.Length)
            return;
        pump.At(message.Due + steps[at].After, async ct =>
        {
            await TellAsync(message, steps[at], ct);
            Next(message, steps, at + 1);
        });
    }

    private async Task TellAsync(Message message, OutcomeStep step, CancellationToken ct)
    {
        if (message.Canceled || store.Find(message.Id) is null)
            return;

        var state = message.Account.Control.State.Callbacks;
        for (var i = 0; i <= state.Repeat; i++)
        {
            if (state.LoseEvery > 0 && Interlocked.Increment(ref counted) % state.LoseEvery == 0)
                Interlocked.Increment(ref lost);
            else
                await PostAsync(message, step.Status, ct);
        }
    }

    private async Task PostAsync(Message message, string status, CancellationToken ct)
    {
        var answer = await client.PostAsync(message.Account, message.StatusCallback!, Parameters(message, status), ct);
        Interlocked.Increment(ref answer.IsSuccess ? ref sent : ref failed);
    }

    private List<KeyValuePair<string, string>> Parameters(Message message, string status)
    {
        var isFinal = status is MessageStatus.Delivered or MessageStatus.Undelivered or MessageStatus.Failed;
        var parameters = new List<KeyValuePair<string, string>>(12)
        {
            new("MessageSid", message.Sid),
            new("MessageStatus", status),
            new("SmsSid", message.Sid),
            new("SmsStatus", status),
            new("AccountSid", message.Account.Sid),
            new("From", message.From),
            new("To", message.To),
            new("ApiVersion", "2010-04-01"),
        };
        if (message.ServiceSid is { } service)
            parameters.Add(new("MessagingServiceSid", service));
        if (isFinal && status != MessageStatus.Failed)
            parameters.Add(new("RawDlrDoneDate", time.GetUtcNow().ToString("yyMMddHHmm", CultureInfo.InvariantCulture)));
        if (isFinal && message.Outcome.ErrorCode is { } code)
            parameters.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
        return parameters;
    }
}
