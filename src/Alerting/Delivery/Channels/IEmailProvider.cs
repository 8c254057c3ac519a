namespace Alerting.Delivery.Channels;

/// <summary>A mail server that takes our mail.</summary>
public interface IEmailProvider
{
    /// <summary>Hands one message over on a kept connection. Never throws for what the server or the network does; that is the outcome.</summary>
    Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken);
}
