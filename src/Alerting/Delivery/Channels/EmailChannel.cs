using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Turns;

namespace Alerting.Delivery.Channels;

/// <summary>Email through the mail server, with a bound on what is in flight.</summary>
public sealed class EmailChannel(IEmailProvider provider, IAlertTexts texts, DeliveryOptions options, TimeProvider time) : IChannel, IDisposable
{
    /// <inheritdoc />
    public Channel Kind => Channel.Email;

    /// <inheritdoc />
    public string Queue => Entities.Email;

    /// <inheritdoc />
    public int ChunkSize => options.EmailChunk;

    /// <inheritdoc />
    public Doorway Doorway { get; } = new(options.EmailConcurrency, time);

    /// <inheritdoc />
    public Task<SendOutcome> SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var (subject, body) = texts.Email(dispatch.Declaration, dispatch.Recipient);
        return provider.SendAsync(
            new(dispatch.Recipient.Address, subject, body, MessageIdOf(new(dispatch.Plan.Id, dispatch.Index)), dispatch.Declaration.Until)
            {
                InReplyTo = dispatch.Follows is { } original ? MessageIdOf(original) : null,
            },
            cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Rather a second copy under the same Message-ID than nobody told.</remarks>
    public bool CanBeAsked => false;

    /// <inheritdoc />
    public Task<SendOutcome> LookUpAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A mail server cannot be asked what it took.");

    /// <inheritdoc />
    public void Dispose() => Doorway.Dispose();

    private static string MessageIdOf(DeliveryName delivery) => $"{delivery.Batch}.{delivery.Index}@alerting";
}
