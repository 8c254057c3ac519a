using Alerting.Directory;

namespace Alerting.Delivery.Channels;

/// <summary>A company that makes telephone calls.</summary>
public interface IVoiceProvider
{
    /// <summary>What it is called in outcomes and settings: the same as where it carries text messages.</summary>
    string Name { get; }

    /// <summary>Asks for one call. Never throws for what the provider or the network does; that is the outcome.</summary>
    Task<SendOutcome> CallAsync(VoiceCall call, CancellationToken cancellationToken);

    /// <summary>Asks whether the provider took a call of ours to this number since a moment.</summary>
    /// <returns>The provider's name of the newest one, or null when it took none.</returns>
    /// <exception cref="HttpRequestException">The provider could not be asked: nothing is known.</exception>
    Task<string?> FindCallAsync(Address to, DateTimeOffset since, CancellationToken cancellationToken);
}
