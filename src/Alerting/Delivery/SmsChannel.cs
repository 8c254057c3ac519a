using Alerting.Bus;

namespace Alerting.Delivery;

/// <summary>Text messages through the provider, with a bound on what is in flight.</summary>
public sealed class SmsChannel(ISmsProvider provider, IAlertTexts texts, DeliveryOptions options, TimeProvider time) : IChannel, IDisposable
{
    private static readonly TimeSpan LongestValidity = TimeSpan.FromHours(10);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public Channel Kind => Channel.Sms;

    /// <inheritdoc />
    public string Queue => Entities.Sms;

    /// <inheritdoc />
    public int ChunkSize => options.SmsChunk;

    /// <inheritdoc />
    public Doorway Doorway { get; } = new(options.SmsConcurrency);

    /// <inheritdoc />
    public Task<SendOutcome> SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var text = texts.Sms(dispatch.Declaration, dispatch.Recipient);
        return provider.SendAsync(
            new(dispatch.Recipient.Address, text, dispatch.Plan.Id, dispatch.Index, ValidityOf(dispatch)), cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>One alert sends at most one message to a number, so number and code name the delivery.</remarks>
    public async Task<SendOutcome> LookUpAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var code = dispatch.Declaration.Code ?? throw new InvalidOperationException($"Declaration {dispatch.Declaration.Id} was approved without a code.");
        try
        {
            var taken = await provider.FindSentAsync(dispatch.Recipient.Address, code, dispatch.Plan.PlannedAt - ClockSkew, cancellationToken);
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

    // The provider must not deliver what has lost its meaning by then.
    private TimeSpan ValidityOf(Dispatch dispatch)
    {
        var left = dispatch.Deadline - time.GetUtcNow();
        return left < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : left < LongestValidity ? left : LongestValidity;
    }
}
