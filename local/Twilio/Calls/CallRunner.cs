using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Twilio.Calls;

/// <summary>Lets a call take place: it rings, is answered or not, speaks its TwiML, asks, and ends.</summary>
internal sealed class CallRunner(CallStore calls, CallWebhooks webhooks, DuePump pump, TimeProvider time)
{
    private const int MostDocuments = 20;
    private static readonly TimeSpan UntilRinging = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UntilAnswer = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Speaking = TimeSpan.FromMilliseconds(300);

    public void Begin(Call call)
    {
        calls.Add(call);
        After(TimeSpan.Zero, ct => webhooks.TellAsync(call, "initiated", "initiated", ct));
        After(UntilRinging, ct => RingAsync(call, ct));
    }

    /// <summary>The person presses keys; false when no question waits for them.</summary>
    public bool Press(Call call, string digits)
    {
        if (call.TakeWaiting() is not { } question)
            return false;
        call.Press(digits);
        After(TimeSpan.Zero, ct => GoOnAsync(call, question.Action, digits, ct));
        return true;
    }

    /// <summary>The caller hangs up; false when the call is over already.</summary>
    public bool HangUp(Call call)
    {
        if (call.IsOver)
            return false;
        End(call, call.Answered is null ? "canceled" : "completed");
        return true;
    }

    private async Task RingAsync(Call call, CancellationToken ct)
    {
        if (call.IsOver)
            return;
        Become(call, "ringing");
        await webhooks.TellAsync(call, "ringing", "ringing", ct);
        After(UntilAnswer, c => AnswerAsync(call, c));
    }

    private async Task AnswerAsync(Call call, CancellationToken ct)
    {
        if (call.IsOver)
            return;
        if (!call.Behaviour.PicksUp)
        {
            End(call, call.Behaviour.LastStatus);
            return;
        }

        call.Answered = time.GetUtcNow();
        Become(call, "in-progress");
        await webhooks.TellAsync(call, "answered", "in-progress", ct);
        if (call.GivenTwiml is { } given)
            await SpeakAsync(call, given, null, ct);
        else
            await GoOnAsync(call, call.Url!, null, ct);
    }

    private async Task GoOnAsync(Call call, string url, string? digits, CancellationToken ct)
    {
        if (call.IsOver)
            return;
        var answer = await webhooks.FetchAsync(call, url, digits, ct);
        if (answer.IsSuccess && call.Twiml.Count < MostDocuments)
            await SpeakAsync(call, answer.Body, url, ct);
        else
            Break(call, answer.Error ?? WebhookClient.Unreachable);
    }

    private async Task SpeakAsync(Call call, string document, string? source, CancellationToken ct)
    {
        call.Hear(document);
        var twiml = VoiceTwiml.Parse(document, source ?? call.Url);
        if (twiml.Error is { } error)
            Break(call, error);
        else if (twiml.Redirect is { } next)
            await GoOnAsync(call, next, null, ct);
        else if (twiml.Question is { } question)
            Ask(call, question);
        else
            After(Speaking, _ => HangUpAsync(call));
    }

    private void Ask(Call call, Gather question)
    {
        call.WaitFor(question);
        if (call.Behaviour.Digit is { } digit)
            After(Speaking, _ => Task.FromResult(Press(call, digit.ToString())));
        else
            After(Speaking + question.Timeout, _ => call.TakeWaiting(question) is null ? Task.CompletedTask : HangUpAsync(call));
    }

    private Task HangUpAsync(Call call)
    {
        HangUp(call);
        return Task.CompletedTask;
    }

    private void Break(Call call, int error)
    {
        call.Error = error;
        HangUp(call);
    }

    private void End(Call call, string status)
    {
        call.Ended = time.GetUtcNow();
        Become(call, status);
        After(TimeSpan.Zero, ct => webhooks.TellAsync(call, "completed", status, ct));
    }

    private void Become(Call call, string status)
    {
        call.Status = status;
        call.Updated = time.GetUtcNow();
    }

    private void After(TimeSpan delay, Func<CancellationToken, Task> work) => pump.At(time.GetUtcNow() + delay, work);
}
