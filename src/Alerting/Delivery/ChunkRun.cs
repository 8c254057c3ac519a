using Alerting.Declarations;

namespace Alerting.Delivery;

/// <summary>Sends the deliveries of one chunk side by side and says what became of each.</summary>
internal sealed class ChunkRun(
    IChannel channel, DeclarationWatch watch, BatchPace pace, (Claim Claim, Declaration Declaration, DateTimeOffset Deadline) task)
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
        using var place = await channel.Doorway.EnterAsync(cancellationToken);
        var dispatch = new Dispatch(state.Plan, index, task.Declaration, task.Deadline, state.AskedOf(index));
        if (state.Deliveries[index] == DeliveryState.Doubtful && await FindAsync(dispatch, cancellationToken) is { } found)
            return found;
        var outcome = await SendOnceAsync(dispatch, cancellationToken);
        // The first retry is made at once, and elsewhere if there is an elsewhere.
        return outcome?.Kind == OutcomeKind.TryLater
            ? await SendOnceAsync(dispatch with { RefusedBy = outcome.Provider }, cancellationToken) ?? outcome
            : outcome;
    }

    // Null when it was not taken and may be sent.
    private async Task<Outcome?> FindAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var found = await TracedAsync("look up", channel.LookUpAsync, dispatch, cancellationToken);
        if (found.Kind == SendKind.Unknown && pace.Now >= task.Deadline)
            return new(dispatch.Index, OutcomeKind.Failed, pace.Now, Code: "never-known");
        return found.Kind is SendKind.Sent or SendKind.Unknown ? Written(dispatch.Index, found) : null;
    }

    // Null when the claim could end before the send does: then another worker may be sending.
    private async Task<Outcome?> SendOnceAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var approved = await watch.ApprovedAsync(cancellationToken);
        if (!pace.HasTimeLeft(task.Claim))
            return null;
        if (Standing.LostBy(task.Declaration, approved, pace.Now) is { } reason)
            return new(dispatch.Index, OutcomeKind.Superseded, pace.Now, Code: reason);
        if (pace.Now >= task.Deadline)
            return new(dispatch.Index, OutcomeKind.Failed, pace.Now, Code: "useful-life-over");
        return Written(dispatch.Index, await TracedAsync("send", channel.SendAsync, dispatch, cancellationToken));
    }

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
        SendKind.TryLater => OutcomeKind.TryLater,
        SendKind.Needless => OutcomeKind.Superseded,
        _ => OutcomeKind.Unknown,
    };
}
