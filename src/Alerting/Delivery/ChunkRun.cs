using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Following;
using Alerting.Delivery.Turns;

namespace Alerting.Delivery;

/// <summary>Sends the deliveries of one chunk side by side and says what became of each.</summary>
internal sealed class ChunkRun(
    IChannel channel,
    DeclarationWatch watch,
    BatchPace pace,
    (Claim Claim, Declaration Declaration, DateTimeOffset Deadline, FormerDeliveries Former) task)
{
    /// <summary>An outcome for each index given that the claim left time for; the others are as they were.</summary>
    public async Task<Outcome[]> SendAsync(BatchState state, int[] indexes, CancellationToken cancellationToken)
    {
        var settled = await Task.WhenAll(indexes.Select(index => SettleAsync(state, index, cancellationToken)));
        return [.. settled.OfType<Outcome>()];
    }

    // The wait for a place can be longer than the claim, so time and reason are asked for inside.
    private async Task<Outcome?> SettleAsync(BatchState state, int index, CancellationToken cancellationToken)
    {
        var (original, told) = task.Former.Of(state.Plan.Recipients[index]);
        if (Sequel.Withheld(task.Declaration.Kind, original) is var (kind, code))
            return Withheld(index, kind, code);
        var wasTried = state.WasTried(index);
        var turn = Turn.Of(task.Claim.Batch, task.Declaration, wasTried);
        using var place = await channel.Doorway.EnterAsync(turn, cancellationToken);
        var dispatch = new Dispatch(state.Plan, index, Sequel.Told(task.Declaration, original), task.Deadline, state.AskedOf(index))
        {
            Follows = told, FormerCalls = task.Former.CallsTo(state.Plan.Recipients[index]), WasTried = wasTried,
        };
        if (!channel.CanBeAsked && state.MayHaveGone(index, channel.ChunkSize))
            return await RepeatAsync(state, dispatch, cancellationToken);
        return channel.CanBeAsked && state.Deliveries[index] == DeliveryState.Doubtful
            ? await ClearUpAsync(dispatch, cancellationToken)
            : await SendAsync(dispatch, cancellationToken);
    }

    private async Task<Outcome?> ClearUpAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var found = await TracedAsync("look up", channel.LookUpAsync, dispatch, cancellationToken);
        if (found.Kind == SendKind.Unknown && pace.Now >= task.Deadline)
            return NeverKnown(dispatch.Index);
        return found.Kind is SendKind.Sent or SendKind.Unknown ? Written(dispatch.Index, found) : await SendAsync(dispatch, cancellationToken);
    }

    // What may have gone where nobody can be asked goes once more rather than not at all, and is counted. The first doubt is never cleared up, so a second one ends it.
    private async Task<Outcome?> RepeatAsync(BatchState state, Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (state.DoubtsOf(dispatch.Index) > 1)
            return NeverKnown(dispatch.Index);
        var outcome = await SendAsync(dispatch, cancellationToken);
        return outcome?.Kind switch
        {
            OutcomeKind.Sent or OutcomeKind.Unknown => outcome with { Code = Outcome.SentAgain },
            OutcomeKind.Superseded or OutcomeKind.Failed => NeverKnown(dispatch.Index),
            _ => outcome,
        };
    }

    // The first retry is made at once, and elsewhere if there is an elsewhere.
    private async Task<Outcome?> SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var outcome = await SendOnceAsync(dispatch, cancellationToken);
        if (outcome is not { Kind: OutcomeKind.TryLater, Code: not SendOutcome.Paced })
            return outcome;
        var again = await SendOnceAsync(dispatch with { RefusedBy = outcome.Provider }, cancellationToken);
        return again is null or { Code: SendOutcome.Paced } ? outcome : again;
    }

    private Outcome NeverKnown(int index) => new(index, OutcomeKind.Failed, pace.Now, Code: Outcome.NeverKnown);

    private Outcome Withheld(int index, OutcomeKind kind, string code) =>
        kind == OutcomeKind.TryLater && pace.Now >= task.Deadline
            ? new(index, OutcomeKind.Failed, pace.Now, Code: "useful-life-over")
            : new(index, kind, pace.Now, Code: code);

    // Null when the claim could end before the send does: then another worker may be sending.
    private async Task<Outcome?> SendOnceAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var lostBy = await watch.LostByAsync(task.Declaration, cancellationToken);
        if (!pace.HasTimeLeft(task.Claim))
            return null;
        if (lostBy is { } reason)
            return new(dispatch.Index, OutcomeKind.Superseded, pace.Now, Code: reason);
        if (pace.Now >= task.Deadline)
            return new(dispatch.Index, OutcomeKind.Failed, pace.Now, Code: "useful-life-over");
        if (!MayGo(dispatch))
            return new(dispatch.Index, OutcomeKind.TryLater, pace.Now, Code: SendOutcome.Paced);
        return Written(dispatch.Index, await TracedAsync("send", channel.SendAsync, dispatch, cancellationToken));
    }

    // A call follows a text message to its number.
    private bool MayGo(in Dispatch dispatch) =>
        channel.Kind == Channel.Email || pace.Numbers.TryDraw(dispatch.Recipient.Address, isFirst: !dispatch.IsRepeat && channel.Kind == Channel.Sms);

    private async Task<SendOutcome> TracedAsync(
        string name, Func<Dispatch, CancellationToken, Task<SendOutcome>> ask, Dispatch dispatch, CancellationToken cancellationToken)
    {
        using var span = DeliveryMeasures.Begin(name, dispatch, channel.Kind);
        var answer = await ask(dispatch, cancellationToken);
        span?.Answered(answer);
        return answer;
    }

    private Outcome Written(int index, SendOutcome answer) => new(index, KindOf(answer.Kind), pace.Now, answer.ProviderId, answer.Code, answer.Provider);

    private static OutcomeKind KindOf(SendKind kind) => kind switch
    {
        SendKind.Sent => OutcomeKind.Sent,
        SendKind.Rejected => OutcomeKind.Rejected,
        SendKind.Refused => OutcomeKind.Failed,
        SendKind.TryLater => OutcomeKind.TryLater,
        SendKind.Needless => OutcomeKind.Superseded,
        _ => OutcomeKind.Unknown,
    };
}
