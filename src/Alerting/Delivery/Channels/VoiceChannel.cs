using Alerting.Bus;
using Alerting.Calls;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Turns;

namespace Alerting.Delivery.Channels;

/// <summary>Telephone calls through the providers. Nobody is called who has confirmed.</summary>
public sealed class VoiceChannel(
    VoiceProviders providers, IAlertTexts texts, Confirmations confirmations, CallOptions options, TimeProvider time) : IChannel, IDisposable
{
    private static readonly TimeSpan MostClockSkew = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public Channel Kind => Channel.Voice;

    /// <inheritdoc />
    public string Queue => Entities.Voice;

    /// <inheritdoc />
    public int ChunkSize => options.Chunk;

    /// <inheritdoc />
    public Doorway Doorway { get; } = new(options.Concurrency, time);

    private TimeSpan ClockSkew => options.Pause / 2 < MostClockSkew ? options.Pause / 2 : MostClockSkew;

    /// <inheritdoc />
    public Task PrepareAsync(CancellationToken cancellationToken) => providers.ReviewAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask<string?> NeedlessByAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
        await confirmations.IsConfirmedAsync(dispatch.Plan.Id.Texts, dispatch.Recipient.Address, cancellationToken) ? "confirmed" : null;

    /// <inheritdoc />
    public Task<SendOutcome> SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var recipient = dispatch.Recipient;
        var text = texts.Voice(dispatch.Declaration, recipient);
        return providers.CallAsync(new(recipient.Address, text, recipient.Language, dispatch.Plan.Id, dispatch.Index), dispatch.RefusedBy, cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>
    /// A provider does not say what a call was about. Two rounds to one number are a pause apart, so a call since the plan of the
    /// round is the round's own, unless it is known to have told what this one takes back, or two alerts call one number at once.
    /// </remarks>
    public Task<SendOutcome> LookUpAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
        providers.FindAsync((dispatch.Recipient.Address, dispatch.Plan.PlannedAt - ClockSkew, dispatch.FormerCalls), dispatch.AskedOf, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => Doorway.Dispose();
}
