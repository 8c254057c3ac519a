using Alerting.Bus;

namespace Alerting.Delivery;

/// <summary>Email through the mail server, with a bound on what is in flight.</summary>
public sealed class EmailChannel(IEmailProvider provider, IAlertTexts texts, DeliveryOptions options) : IChannel, IDisposable
{
    private readonly SemaphoreSlim inFlight = new(options.EmailConcurrency);

    /// <inheritdoc />
    public Channel Kind => Channel.Email;

    /// <inheritdoc />
    public string Queue => Entities.Email;

    /// <inheritdoc />
    public int ChunkSize => options.EmailChunk;

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var (subject, body) = texts.Email(dispatch.Declaration, dispatch.Recipient);
        await inFlight.WaitAsync(cancellationToken);
        try
        {
            return await provider.SendAsync(
                new(dispatch.Recipient.Address, subject, body, MessageIdOf(dispatch), dispatch.Declaration.Until), cancellationToken);
        }
        finally
        {
            inFlight.Release();
        }
    }

    /// <inheritdoc />
    /// <remarks>A mail server cannot be asked. Rather a second copy under the same Message-ID than nobody told.</remarks>
    public Task<SendOutcome> LookUpAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
        Task.FromResult(new SendOutcome(SendKind.TryLater));

    /// <inheritdoc />
    public void Dispose() => inFlight.Dispose();

    private static string MessageIdOf(Dispatch dispatch) => $"{dispatch.Plan.Id}.{dispatch.Index}@alerting";
}
