using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Delivery.Providers;

/// <summary>The companies that make calls, as one: they share them by the weights of the text messages, and what is in doubt at one is never called by another.</summary>
/// <remarks>
/// The weights move by what becomes of text messages, which are many; of calls each process only remembers failures in a row, and leaves
/// alone whoever has them.
/// </remarks>
public sealed class VoiceProviders
{
    private readonly SharedLines<IVoiceProvider> shared;
    private readonly SmsProviders texts;

    /// <summary>Takes the providers that can call; there may be none.</summary>
    /// <param name="providers">The providers.</param>
    /// <param name="texts">Whose weights they share.</param>
    /// <param name="options">When a provider is left alone.</param>
    /// <param name="places">How many calls are asked for at once at most.</param>
    /// <param name="time">The clock.</param>
    /// <param name="dice">A number from 0 to 1 (without 1) for each choice; by chance when left out.</param>
    public VoiceProviders(
        IEnumerable<IVoiceProvider> providers, SmsProviders texts, ProviderOptions options, int places, TimeProvider time, Func<double>? dice = null)
    {
        this.texts = texts;
        var all = providers.Select(provider => (new ProviderLine(provider.Name, options, time), provider)).ToList();
        shared = new(all, places, () => texts.Weights, dice ?? Random.Shared.NextDouble);
    }

    /// <summary>Learns of shifts of weight.</summary>
    public Task ReviewAsync(CancellationToken cancellationToken) => texts.ReviewAsync(cancellationToken);

    /// <summary>Asks one of them for a call.</summary>
    /// <param name="call">The call; certainly made by none of them so far.</param>
    /// <param name="refusedBy">Who has just refused it; another one is tried, if there is one that is willing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<SendOutcome> CallAsync(VoiceCall call, string? refusedBy, CancellationToken cancellationToken) =>
        shared.SendAsync(provider => provider.CallAsync(call, cancellationToken), canWait: false, refusedBy);

    /// <summary>Asks everybody who may have made a call to a number since a moment, other than the known ones.</summary>
    /// <param name="call">The number, the moment, and the names of calls that are not meant.</param>
    /// <param name="askedOf">The only one who may have made it; null when each of them may.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Sent, when one has; try later, when none has; unknown, when one that may have could not be asked.</returns>
    public Task<SendOutcome> FindAsync((Address To, DateTimeOffset Since, IReadOnlyList<string> Known) call, string? askedOf, CancellationToken cancellationToken) =>
        shared.FindAsync(
            async provider => await provider.FindCallAsync(call.To, call.Since, cancellationToken) is { } found && !call.Known.Contains(found) ? found : null,
            askedOf);
}
