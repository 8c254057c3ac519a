using Alerting.Delivery.Receipts;
using Alerting.Delivery.Turns;
using Alerting.Directory;

namespace Alerting.Delivery.Channels;

/// <summary>A company that carries text messages.</summary>
public interface ISmsProvider
{
    /// <summary>What it is called in outcomes and settings, such as <c>twilio</c>. Never given to another one: outcomes outlive programs.</summary>
    string Name { get; }

    /// <summary>Its weight when nothing is wrong, in points, 0 to 100: its share of the messages is its part of all weights.</summary>
    int Weight { get; }

    /// <summary>How fast it may be handed messages by this process; null for no bound. First tries draw on it and never wait for it.</summary>
    TokenBucket? Bucket => null;

    /// <summary>Hands one message over. Never throws for what the provider or the network does; that is the outcome.</summary>
    Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken);

    /// <summary>Asks whether the provider took a message to this number that holds this text since a moment.</summary>
    /// <param name="to">Number.</param>
    /// <param name="text">What the message must contain: the alert's code.</param>
    /// <param name="since">Not before this moment.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The provider's name of it, or null when it took none.</returns>
    /// <exception cref="HttpRequestException">The provider could not be asked: nothing is known.</exception>
    Task<string?> FindSentAsync(Address to, string text, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Asks what became of a message that the provider took.</summary>
    /// <param name="id">The provider's name of it.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <returns>Null when the provider knows no such message any more.</returns>
    /// <exception cref="HttpRequestException">The provider could not be asked: nothing is known.</exception>
    Task<MessageReport?> FindReportAsync(string id, CancellationToken cancellationToken);
}
