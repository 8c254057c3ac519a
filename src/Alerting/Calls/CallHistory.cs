using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Calls;

/// <summary>What became of a batch of text messages and of the calls that followed it. Pure.</summary>
public sealed class CallHistory
{
    private readonly BatchRecord texts;
    private readonly HashSet<Address> confirmed;

    private CallHistory(BatchRecord texts, IReadOnlyList<CallRound> rounds)
    {
        this.texts = texts;
        Rounds = rounds;
        State = BatchState.Of(texts);
        confirmed = texts.Acknowledgements
            .Where(answer => answer.Index >= 0 && answer.Index < texts.Plan.Recipients.Count)
            .Select(answer => texts.Plan.Recipients[answer.Index].Address)
            .Concat(rounds.SelectMany(round => round.Confirmed()))
            .ToHashSet();
    }

    /// <summary>The text messages.</summary>
    public DeliveryBatch Texts => texts.Plan;

    /// <summary>State per text message, by index.</summary>
    public IReadOnlyList<DeliveryState> States => State.Deliveries;

    /// <summary>How the text messages stand.</summary>
    internal BatchState State { get; }

    /// <summary>The rounds of calls so far, by number.</summary>
    public IReadOnlyList<CallRound> Rounds { get; }

    /// <summary>Folds the rows of a batch of text messages and of its rounds.</summary>
    public static CallHistory Of(BatchRecord texts, IEnumerable<BatchRecord> rounds) => new(texts, [.. rounds.Select(CallRound.Of)]);

    /// <summary>Reads it; null when the batch was never planned. No calls follow a batch of another channel.</summary>
    public static async Task<CallHistory?> ReadAsync(IDeliveryStore store, BatchId texts, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(texts, cancellationToken) is not { } record)
            return null;
        var rounds = new List<BatchRecord>();
        while (texts.Channel == Channel.Sms && await store.ReadAsync(texts.Calls(rounds.Count + 1), cancellationToken) is { } round)
            rounds.Add(round);
        return Of(record, rounds);
    }

    /// <summary>True when the owner of an address answered the text message or pressed the key in a call.</summary>
    public bool IsConfirmed(Address address) => confirmed.Contains(address);

    /// <summary>The same with one round more.</summary>
    public CallHistory With(BatchRecord round) => new(texts, [.. Rounds, CallRound.Of(round)]);
}
