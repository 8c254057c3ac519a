using Alerting.Delivery.Batches;
using Alerting.Scopes;

namespace Alerting.Calls;

/// <summary>Who of a batch of text messages is called, and when. Pure.</summary>
/// <remarks>
/// Inside the scope (and, if configured, beside it) whoever has not confirmed is called: at once when the text message failed or
/// everybody is called, else when the time to confirm is over, if that is waited for. Confirmed means that a person answered the code or pressed the key; a
/// text that lies on a night table delivered and unread confirms nothing. A call that brought no confirmation is repeated after a
/// pause, unless the number itself failed, up to a number of attempts.
/// </remarks>
/// <param name="options">Settings.</param>
public sealed class CallRules(CallOptions options)
{
    /// <summary>Decides.</summary>
    /// <param name="history">What became of the text messages and of the calls so far.</param>
    /// <param name="reach">Whom the alert calls.</param>
    /// <param name="now">The present.</param>
    public CallTurn Next(CallHistory history, CallReach reach, DateTimeOffset now)
    {
        var (due, later) = (new List<Recipient>(), new List<DateTimeOffset>());
        foreach (var (index, recipient) in history.Texts.Recipients.Index())
        {
            if (!MayCall(history, index) || DueAt(history, index, reach, now) is not { } at)
                continue;
            if (at <= now && history.Rounds.Count < BatchId.MostRounds)
                due.Add(recipient);
            else if (at > now)
                later.Add(at);
        }

        return new(due, later.Count == 0 ? null : later.Min());
    }

    /// <summary>True when contacts who stand so to the scope are called at all.</summary>
    public bool MayCall(Position position) => position == Position.Inside || (position == Position.Neighbour && options.Neighbours);

    private bool MayCall(CallHistory history, int index)
    {
        var recipient = history.Texts.Recipients[index];
        return MayCall(recipient.Position) && history.States[index] != DeliveryState.Superseded && !history.IsConfirmed(recipient.Address);
    }

    private DateTimeOffset? DueAt(CallHistory history, int index, CallReach reach, DateTimeOffset now)
    {
        var address = history.Texts.Recipients[index].Address;
        var calls = history.Rounds.Where(round => round.Calls(address)).ToList();
        if (calls.Count == 0)
            return FirstAt(history, index, reach, now);
        if (calls.Count >= options.Attempts || !calls[^1].MayRepeat(address))
            return null;
        return calls[^1].QuietAt() is { } quiet ? quiet + options.Pause : NextPause(calls[^1].Plan.PlannedAt, now);
    }

    // A report that a text message failed comes by itself; that it ends before it is sent must be looked for.
    private DateTimeOffset? FirstAt(CallHistory history, int index, CallReach reach, DateTimeOffset now) => (reach, history.States[index]) switch
    {
        (CallReach.Nobody, _) => null,
        (CallReach.Everybody, _) or (_, DeliveryState.Failed) => now,
        (CallReach.Unconfirmed, _) => history.Texts.PlannedAt + options.ConfirmWithin,
        (_, DeliveryState.Planned or DeliveryState.Doubtful) => NextPause(history.Texts.PlannedAt, now),
        _ => null,
    };

    // On a grid, so that many who look agree on the next moment.
    private DateTimeOffset NextPause(DateTimeOffset since, DateTimeOffset now) =>
        since + (options.Pause * (Math.Floor((now - since) / options.Pause) + 1));
}
