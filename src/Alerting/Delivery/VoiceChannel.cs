using Alerting.Bus;
using Alerting.Calls;

namespace Alerting.Delivery;

/// <summary>Telephone calls through the provider. Nobody is called who has confirmed.</summary>
public sealed class VoiceChannel(
    IVoiceProvider provider, IAlertTexts texts, Confirmations confirmations, CallOptions options, TimeProvider time) : IChannel, IDisposable
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
    public async Task<SendOutcome> SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var (batch, recipient) = (dispatch.Plan.Id, dispatch.Recipient);
        if (await confirmations.IsConfirmedAsync(batch.Texts, recipient.Address, cancellationToken))
            return new(SendKind.Needless, Code: "confirmed");
        var text = texts.Voice(dispatch.Declaration, recipient);
        return await provider.CallAsync(new(recipient.Address, text, recipient.Language, batch, dispatch.Index), cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>
    /// A provider does not say what a call was about. Two rounds to one number are a pause apart, so a call since the plan of the
    /// round is the round's own, unless two alerts call one number at once.
    /// </remarks>
    public async Task<SendOutcome> LookUpAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        try
        {
            var taken = await provider.FindCallAsync(dispatch.Recipient.Address, dispatch.Plan.PlannedAt - ClockSkew, cancellationToken);
            return taken is null ? new(SendKind.TryLater) : new(SendKind.Sent, taken);
        }
        catch (HttpRequestException)
        {
            // Nothing is known, and that is what gets written.
            return new(SendKind.Unknown, Code: "look-up-failed");
        }
    }

    /// <inheritdoc />
    public void Dispose() => Doorway.Dispose();
}
