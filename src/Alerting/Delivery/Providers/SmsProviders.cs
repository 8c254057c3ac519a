using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;

namespace Alerting.Delivery.Providers;

/// <summary>The companies that carry text messages, as one: they share the load by weight, and what is in doubt at one is never sent by another.</summary>
public sealed class SmsProviders
{
    private readonly IReadOnlyList<ProviderLine> lines;
    private readonly ProviderBalance balance;
    private readonly Dictionary<string, ISmsProvider> byName;
    private readonly SharedLines<ISmsProvider> shared;

    /// <summary>Takes one provider or more, in the order of the settings.</summary>
    /// <param name="providers">The providers.</param>
    /// <param name="shifts">The record of shifts.</param>
    /// <param name="options">When weight is shifted.</param>
    /// <param name="places">How many messages are in flight at most.</param>
    /// <param name="time">The clock.</param>
    /// <param name="dice">A number from 0 to 1 (without 1) for each choice; by chance when left out.</param>
    public SmsProviders(
        IEnumerable<ISmsProvider> providers, IShiftStore shifts, ProviderOptions options, int places, TimeProvider time, Func<double>? dice = null)
    {
        var all = providers.Select(provider => (Line: new ProviderLine(provider.Name, options, time, provider.Bucket), Provider: provider)).ToList();
        lines = [.. all.Select(one => one.Line)];
        byName = all.ToDictionary(one => one.Provider.Name, one => one.Provider);
        balance = new([.. all.Select(one => (one.Line, one.Provider.Weight))], shifts, options, time);
        shared = new(all, places, () => balance.Weights, dice ?? Random.Shared.NextDouble);
    }

    /// <summary>Where each stands now, in the order of the settings.</summary>
    public IReadOnlyList<ProviderStand> Stands => balance.Stands();

    /// <summary>The weights now, by provider; calls are shared by the same.</summary>
    internal IReadOnlyDictionary<string, int> Weights => balance.Weights;

    /// <summary>Learns of shifts that others made, and makes one where it is due; does nothing when that was done within the last second.</summary>
    public Task ReviewAsync(CancellationToken cancellationToken) => balance.ReviewAsync(cancellationToken);

    /// <summary>Hands a message to one of them. A repeat is handed to nobody while all have had as many as was agreed: <see cref="SendOutcome.Paced"/>.</summary>
    /// <param name="message">The message; certainly taken by none of them so far.</param>
    /// <param name="refusedBy">Who has just refused it; another one is tried, if there is one that is willing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<SendOutcome> SendAsync(SmsMessage message, string? refusedBy, CancellationToken cancellationToken) =>
        shared.SendAsync(provider => provider.SendAsync(message, cancellationToken), message.IsRepeat || refusedBy is not null, refusedBy);

    /// <summary>Asks everybody who may have taken a message.</summary>
    /// <param name="inquiry">The message.</param>
    /// <param name="askedOf">The only one who may have it; null when each of them may.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Sent, when one has it; try later, when none has; unknown, when one that may have it could not be asked.</returns>
    public Task<SendOutcome> FindAsync(Inquiry inquiry, string? askedOf, CancellationToken cancellationToken) =>
        shared.FindAsync(provider => provider.FindSentAsync(inquiry.To, inquiry.Text, inquiry.Since, cancellationToken), askedOf);

    /// <summary>Asks the one that took a message what became of it; null when it knows no more, or is in the settings no longer.</summary>
    /// <param name="provider">Who took it.</param>
    /// <param name="id">What he calls it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HttpRequestException">The provider could not be asked.</exception>
    public Task<MessageReport?> FindReportAsync(string provider, string id, CancellationToken cancellationToken) =>
        byName.TryGetValue(provider, out var asked) ? asked.FindReportAsync(id, cancellationToken) : Task.FromResult<MessageReport?>(null);

    /// <summary>Takes note of how long a message was on its way.</summary>
    /// <param name="provider">Who carried it.</param>
    /// <param name="took">From the provider's taking it to the report that it arrived.</param>
    public void Delivered(string provider, TimeSpan took) => lines.FirstOrDefault(line => line.Name == provider)?.Delivered(took);

    /// <summary>True when a provider may have a message that can wait, such as a canary.</summary>
    public bool HasToken(string provider) => lines.First(line => line.Name == provider).HasToken();

    /// <summary>A provider is handed a message by somebody else.</summary>
    public void Draw(string provider) => lines.First(line => line.Name == provider).Draw();
}
