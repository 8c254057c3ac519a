using Alerting.Alerts;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Functions;

/// <summary>How far the sending of a declaration has got.</summary>
/// <param name="Id">Id of the declaration, and of its alert.</param>
/// <param name="Declaration">What is told.</param>
/// <param name="Code">The four characters by which recipients check and answer it.</param>
/// <param name="IsPlanned">True when the whole audience is known; until then the planned counts still grow.</param>
/// <param name="Channels">Each channel by name: sms, email, voice. Of voice each call counts: delivered is answered, acknowledged is confirmed by key, superseded also not needed any more.</param>
internal sealed record AlertDocument(
    string Id, ReleasedDeclaration Declaration, string Code, bool IsPlanned, IReadOnlyDictionary<string, ChannelProgress> Channels)
{
    /// <summary>Reads the counts of an approved declaration's alert.</summary>
    public static async Task<AlertDocument> ReadAsync(Declaration declaration, IDeliveryStore store, CancellationToken cancellationToken)
    {
        // The plan first: a plan read later than the counts would promise deliveries that the counts do not know.
        var plan = await store.FindAlertPlanAsync(declaration.Id, cancellationToken);
        return Of(declaration, AlertProgress.Of(plan, await store.ReadProgressAsync(declaration.Id, cancellationToken)));
    }

    /// <summary>Shows the progress of an approved declaration's alert.</summary>
    public static AlertDocument Of(Declaration declaration, AlertProgress progress)
    {
        var channels = new Dictionary<string, ChannelProgress>
        {
            [Words.Of(Channel.Sms)] = progress.Sms,
            [Words.Of(Channel.Email)] = progress.Email,
            [Words.Of(Channel.Voice)] = progress.Voice,
        };
        return new(declaration.Id.Value, ReleasedDeclaration.Of(declaration), declaration.Code!, progress.IsPlanned, channels);
    }
}
