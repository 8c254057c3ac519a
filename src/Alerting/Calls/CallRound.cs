using Alerting.Delivery.Batches;
using Alerting.Delivery.Following;
using Alerting.Delivery.Receipts;
using Alerting.Directory;

namespace Alerting.Calls;

/// <summary>One round of calls and how it stands: a fold over its rows. Pure.</summary>
public sealed class CallRound
{
    /// <summary>After so long a call whose end nobody reported is over: ringing, the text twice, and a key.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(3);

    private readonly BatchRecord record;
    private readonly BatchState state;
    private readonly Dictionary<Address, int> byAddress;

    private CallRound(BatchRecord record)
    {
        this.record = record;
        state = BatchState.Of(record);
        byAddress = record.Plan.Recipients.Index().ToDictionary(item => item.Item.Address, item => item.Index);
    }

    /// <summary>Its batch.</summary>
    public DeliveryBatch Plan => record.Plan;

    /// <summary>True when no worker has begun on it.</summary>
    public bool IsUntouched => record.Claims.Count == 0 && !state.IsFinished;

    /// <summary>Folds the rows of a round.</summary>
    public static CallRound Of(BatchRecord record) => new(record);

    /// <summary>True when this round calls an address.</summary>
    public bool Calls(Address address) => byAddress.ContainsKey(address);

    /// <summary>Addresses whose owner pressed the key.</summary>
    public IEnumerable<Address> Confirmed() =>
        record.Acknowledgements
            .Where(key => key.Index >= 0 && key.Index < Plan.Recipients.Count)
            .Select(key => Plan.Recipients[key.Index].Address);

    /// <summary>True when another call to an address makes sense: it was busy, nobody answered, or whoever answered pressed no key.</summary>
    public bool MayRepeat(Address address)
    {
        var index = byAddress[address];
        return state.Deliveries[index] switch
        {
            DeliveryState.Superseded => false,
            DeliveryState.Failed => record.Receipts.LastOrDefault(receipt => receipt.Index == index && receipt.Kind == ReceiptKind.Failed)?.Code is "busy" or "no-answer",
            _ => true,
        };
    }

    /// <summary>What became of the call to an address, once the alert has lost its standing; null when this round calls another.</summary>
    /// <remarks>
    /// Answered, by whomever or whatever, is told, and so is a call of which nobody ever heard again. One that waits for a claim is told
    /// no more: whoever takes it up finds that the alert has lost its reason.
    /// </remarks>
    internal Fate? FateOf(Address address, DateTimeOffset now)
    {
        if (!byAddress.TryGetValue(address, out var index))
            return null;
        return state.Deliveries[index] switch
        {
            DeliveryState.Doubtful => Fate.Open,
            DeliveryState.Sent => now < TakenAt(index) + LongestCall ? Fate.Open : Fate.Told,
            DeliveryState.Delivered => Fate.Told,
            DeliveryState.Failed when IdsOf(address).Count == 0 && state.OutcomeOf(index)?.Code == Outcome.NeverKnown => Fate.Told,
            _ => Fate.NotTold,
        };
    }

    /// <summary>The provider's names of the calls to an address.</summary>
    internal IReadOnlyList<string> IdsOf(Address address) => byAddress.TryGetValue(address, out var index)
        ? [.. record.Outcomes.SelectMany(chunk => chunk.Outcomes).Where(outcome => outcome.Index == index).Select(outcome => outcome.ProviderId).OfType<string>(),
            .. record.Receipts.Where(receipt => receipt.Index == index).Select(receipt => receipt.ProviderId)]
        : [];

    /// <summary>When the last call of the round was over; null while some of it is still to do.</summary>
    public DateTimeOffset? QuietAt()
    {
        if (!state.IsFinished)
            return null;
        var words = record.Receipts.Select(receipt => receipt.At).Concat(Tried()).DefaultIfEmpty(Plan.PlannedAt).Max();
        return state.Deliveries.Contains(DeliveryState.Sent) ? Tried().DefaultIfEmpty(Plan.PlannedAt).Max() + LongestCall : words;
    }

    // A report that it rings can come before the outcome is written.
    private DateTimeOffset TakenAt(int index) =>
        state.OutcomeOf(index)?.At ?? record.Receipts.Where(receipt => receipt.Index == index).Max(receipt => receipt.At);

    private IEnumerable<DateTimeOffset> Tried() => record.Outcomes.SelectMany(chunk => chunk.Outcomes).Select(outcome => outcome.At);
}
