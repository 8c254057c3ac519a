using Alerting.Declarations;

namespace Alerting.Delivery;

/// <summary>Sends the deliveries of one chunk side by side and says what became of each.</summary>
internal sealed class ChunkRun(
    IChannel channel, DeclarationWatch watch, BatchPace pace, Declaration declaration, DateTimeOffset deadline)
{
    /// <summary>One outcome for every index given.</summary>
    public Task<Outcome[]> SendAsync(BatchState state, int[] indexes, CancellationToken cancellationToken) =>
        Task.WhenAll(indexes.Select(index => SettleAsync(state, index, cancellationToken)));

    private async Task<Outcome> SettleAsync(BatchState state, int index, CancellationToken cancellationToken)
    {
        var dispatch = new Dispatch(state.Plan, index, declaration, deadline);
        if (state.Deliveries[index] == DeliveryState.Doubtful)
        {
            var found = await channel.LookUpAsync(dispatch, cancellationToken);
            if (found.Kind == SendKind.Unknown && pace.Now >= deadline)
                return new(index, OutcomeKind.Failed, pace.Now, Code: "never-known");
            if (found.Kind is SendKind.Sent or SendKind.Unknown)
                return Written(index, found);
        }

        return await SendOnceAsync(dispatch, cancellationToken) switch
        {
            // The first retry is made at once.
            { Kind: OutcomeKind.TryLater } => await SendOnceAsync(dispatch, cancellationToken),
            var outcome => outcome,
        };
    }

    private async Task<Outcome> SendOnceAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var approved = await watch.ApprovedAsync(cancellationToken);
        if (Standing.LostBy(declaration, approved, pace.Now) is { } reason)
            return new(dispatch.Index, OutcomeKind.Superseded, pace.Now, Code: reason);
        if (pace.Now >= deadline)
            return new(dispatch.Index, OutcomeKind.Failed, pace.Now, Code: "useful-life-over");
        return Written(dispatch.Index, await channel.SendAsync(dispatch, cancellationToken));
    }

    private Outcome Written(int index, SendOutcome answer) => new(index, KindOf(answer.Kind), pace.Now, answer.ProviderId, answer.Code);

    private static OutcomeKind KindOf(SendKind kind) => kind switch
    {
        SendKind.Sent => OutcomeKind.Sent,
        SendKind.Rejected => OutcomeKind.Rejected,
        SendKind.TryLater => OutcomeKind.TryLater,
        _ => OutcomeKind.Unknown,
    };
}
