using System.Runtime.ExceptionServices;
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
    /// <summary>An outcome for each index that could be settled; what failed for the others is to be thrown when those are written down.</summary>
    public async Task<(Outcome[] Settled, ExceptionDispatchInfo? Failure)> SendAsync(BatchState state, int[] indexes, CancellationToken cancellationToken)
    {
        var all = indexes.Select(index => SettleAsync(state, index, cancellationToken)).ToList();
        var whole = Task.WhenAll(all);
        await ((Task)whole).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var failure = whole.Exception?.InnerException ?? (whole.IsCanceled ? new OperationCanceledException(cancellationToken) : null);
        return ([.. all.Where(one => one.IsCompletedSuccessfully).Select(one => one.Result)], failure is null ? null : ExceptionDispatchInfo.Capture(failure));
    }

    // The wait for a place can be longer than the claim, so time and reason are asked for inside.
    private async Task<Outcome> SettleAsync(BatchState state, int index, CancellationToken cancellationToken)
    {
        var (original, told) = task.Former.Of(state.Plan.Recipients[index]);
        var withheld = Sequel.Withheld(task.Declaration.Kind, original);
        var mayHaveGone = state.MayHaveGone(index, channel);
        // What is in doubt is not forgotten over a new reason to wait.
        if (withheld is var (kind, code) && !(mayHaveGone && channel.CanBeAsked))
            return Withheld(index, kind, code, mayHaveGone);
        var wasTried = state.WasTried(index);
        var turn = Turn.Of(task.Claim.Batch, task.Declaration, wasTried);
        using var place = await channel.Doorway.EnterAsync(turn, cancellationToken);
        var dispatch = new Dispatch(state.Plan, index, Sequel.Told(task.Declaration, original), task.Deadline, state.AskedOf(index))
        {
            Follows = told, FormerCalls = task.Former.CallsTo(state.Plan.Recipients[index]), WasTried = wasTried,
        };
        if (!mayHaveGone)
            return await SendAsync(dispatch, cancellationToken);
        return channel.CanBeAsked
            ? await ClearUpAsync(dispatch, withheld, cancellationToken)
            : await RepeatAsync(state, dispatch, cancellationToken);
    }

    private async Task<Outcome> ClearUpAsync(Dispatch dispatch, (OutcomeKind Kind, string Code)? withheld, CancellationToken cancellationToken)
    {
        var found = await TracedAsync("look up", channel.LookUpAsync, dispatch, cancellationToken);
        if (found.Kind == SendKind.Unknown && pace.Now >= task.Deadline)
            return NeverKnown(dispatch.Index);
        if (found.Kind is SendKind.Sent or SendKind.Unknown)
            return Written(dispatch.Index, found);
        return withheld is var (kind, code) ? Withheld(dispatch.Index, kind, code) : await SendAsync(dispatch, cancellationToken);
    }

    // What may have gone where nobody can be asked goes once more rather than not at all, and is counted. The first doubt is never cleared up, so a second one ends it.
    private async Task<Outcome> RepeatAsync(BatchState state, Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (state.DoubtsOf(dispatch.Index) > 1)
            return NeverKnown(dispatch.Index);
        var outcome = await SendAsync(dispatch, cancellationToken);
        return outcome.Kind switch
        {
            OutcomeKind.Sent or OutcomeKind.Unknown => outcome with { Code = Outcome.SentAgain },
            OutcomeKind.Superseded or OutcomeKind.Failed => NeverKnown(dispatch.Index),
            _ => outcome,
        };
    }

    // The first retry is made at once, and elsewhere if there is an elsewhere.
    private async Task<Outcome> SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var outcome = await SendOnceAsync(dispatch, cancellationToken);
        if (outcome is not { Kind: OutcomeKind.TryLater, Code: not (SendOutcome.Paced or Outcome.NoTime) })
            return outcome;
        var again = await SendOnceAsync(dispatch with { RefusedBy = outcome.Provider }, cancellationToken);
        return again.Code is SendOutcome.Paced or Outcome.NoTime ? outcome : again;
    }

    private Outcome NeverKnown(int index) => new(index, OutcomeKind.Failed, pace.Now, Code: Outcome.NeverKnown);

    private Outcome Withheld(int index, OutcomeKind kind, string code, bool mayHaveGone = false)
    {
        var isLater = kind == OutcomeKind.TryLater && pace.Now < task.Deadline;
        if (mayHaveGone && !isLater)
            return NeverKnown(index);
        return kind == OutcomeKind.TryLater && !isLater
            ? new(index, OutcomeKind.Failed, pace.Now, Code: "useful-life-over")
            : new(index, kind, pace.Now, Code: code);
    }

    // Whatever takes time is asked before the time is: a claim could end before the send does, and then another worker may be sending.
    private async Task<Outcome> SendOnceAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var needless = await channel.NeedlessByAsync(dispatch, cancellationToken);
        var lostBy = await watch.LostByAsync(task.Declaration, cancellationToken);
        if (!pace.HasTimeLeft(task.Claim))
            return new(dispatch.Index, OutcomeKind.TryLater, pace.Now, Code: Outcome.NoTime);
        if (lostBy is { } reason)
            return new(dispatch.Index, OutcomeKind.Superseded, pace.Now, Code: reason);
        if (needless is not null)
            return new(dispatch.Index, OutcomeKind.Superseded, pace.Now, Code: needless);
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
        _ => OutcomeKind.Unknown,
    };
}
