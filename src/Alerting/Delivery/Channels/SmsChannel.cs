using Alerting.Bus;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Turns;

namespace Alerting.Delivery.Channels;

/// <summary>Text messages through the providers, with a bound on what is in flight.</summary>
public sealed class SmsChannel(SmsProviders providers, IAlertTexts texts, DeliveryOptions options, TimeProvider time) : IChannel, IDisposable
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
    public Doorway Doorway { get; } = new(options.SmsConcurrency, time);

    /// <inheritdoc />
    public Task PrepareAsync(CancellationToken cancellationToken) => providers.ReviewAsync(cancellationToken);

    /// <inheritdoc />
    public Task<SendOutcome> SendAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var text = texts.Sms(dispatch.Declaration, dispatch.Recipient);
        return providers.SendAsync(
            new(dispatch.Recipient.Address, text, dispatch.Plan.Id, dispatch.Index, ValidityOf(dispatch)) { IsRepeat = dispatch.IsRepeat },
            dispatch.RefusedBy,
            cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>One alert sends at most one message to a number, so number and code name the delivery.</remarks>
    public Task<SendOutcome> LookUpAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var code = dispatch.Declaration.Code ?? throw new InvalidOperationException($"Declaration {dispatch.Declaration.Id} was approved without a code.");
        return providers.FindAsync(new(dispatch.Recipient.Address, code, dispatch.Plan.PlannedAt - ClockSkew), dispatch.AskedOf, cancellationToken);
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
