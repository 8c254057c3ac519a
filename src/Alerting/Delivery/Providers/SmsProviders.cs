namespace Alerting.Delivery.Providers;

/// <summary>The companies that carry text messages, as one: they share the load by weight, and what is in doubt at one is never sent by another.</summary>
public sealed class SmsProviders
{
    private readonly IReadOnlyList<ProviderLine> lines;
    private readonly ProviderBalance balance;
    private readonly int places;
    private readonly Func<double> dice;

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
        lines = [.. providers.Select(provider => new ProviderLine(provider, options, time))];
        balance = new(lines, shifts, options, time);
        this.places = places;
        this.dice = dice ?? Random.Shared.NextDouble;
    }

    /// <summary>Where each stands now, in the order of the settings.</summary>
    public IReadOnlyList<ProviderStand> Stands => balance.Stands();

    /// <summary>Learns of shifts that others made, and makes one where it is due; does nothing when that was done within the last second.</summary>
    public Task ReviewAsync(CancellationToken cancellationToken) => balance.ReviewAsync(cancellationToken);

    /// <summary>Hands a message to one of them. A repeat is handed to nobody while all have had as many as was agreed: <see cref="SendOutcome.Paced"/>.</summary>
    /// <param name="message">The message; certainly taken by none of them so far.</param>
    /// <param name="refusedBy">Who has just refused it; another one is tried, if there is one that is willing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<SendOutcome> SendAsync(SmsMessage message, string? refusedBy, CancellationToken cancellationToken)
    {
        return Choose(message.IsRepeat || refusedBy is not null, refusedBy) is { } line
            ? line.SendAsync(message, cancellationToken)
            : Task.FromResult(new SendOutcome(SendKind.TryLater, Code: SendOutcome.Paced));
    }

    /// <summary>Asks everybody who may have taken a message.</summary>
    /// <param name="inquiry">The message.</param>
    /// <param name="askedOf">The only one who may have it; null when each of them may.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Sent, when one has it; try later, when none has; unknown, when one that may have it could not be asked.</returns>
    public async Task<SendOutcome> FindAsync(Inquiry inquiry, string? askedOf, CancellationToken cancellationToken)
    {
        var asked = lines.Where(line => askedOf is null || line.Name == askedOf).ToList();
        var answers = await Task.WhenAll(asked.Select(line => line.FindAsync(inquiry, cancellationToken)));
        if (answers.FirstOrDefault(answer => answer.Kind == SendKind.Sent) is { } sent)
            return sent;
        // Whoever is in the settings no longer cannot be asked either.
        return answers.Length > 0 && answers.All(answer => answer.Kind == SendKind.TryLater)
            ? new(SendKind.TryLater)
            : new(SendKind.Unknown, Code: "look-up-failed", Provider: askedOf);
    }

    /// <summary>Takes note of how long a message was on its way.</summary>
    /// <param name="provider">Who carried it.</param>
    /// <param name="took">From the provider's taking it to the report that it arrived.</param>
    public void Delivered(string provider, TimeSpan took) => lines.FirstOrDefault(line => line.Name == provider)?.Delivered(took);

    /// <summary>True when a provider may have a message that can wait, such as a canary.</summary>
    public bool HasToken(string provider) => lines.First(line => line.Name == provider).HasToken();

    /// <summary>A provider is handed a message by somebody else.</summary>
    public void Draw(string provider) => lines.First(line => line.Name == provider).Draw();

    // Null when it can wait and nobody has a token.
    private ProviderLine? Choose(bool canWait, string? refusedBy)
    {
        var free = canWait ? [.. lines.Where(line => line.HasToken())] : lines;
        if (free.Count == 0)
            return null;
        var chosen = free.Count == 1 ? free[0] : Choose(free, refusedBy);
        chosen.Begin();
        return chosen;
    }

    private ProviderLine Choose(IReadOnlyList<ProviderLine> free, string? refusedBy)
    {
        var weights = balance.Weights;
        var total = Math.Max(1, weights.Values.Sum());
        return free[ProviderChoice.Of([.. free.Select(line => line.Offer(weights[line.Name], Room(weights[line.Name], total), refusedBy))], dice())];
    }

    // One that hangs must leave places for the other: half as much again as its share, and never all.
    private int Room(int weight, int total) => Math.Clamp(places * weight * 3 / (total * 2), 1, Math.Max(1, places * 7 / 8));
}
