using Alerting.Delivery.Channels;
using Alerting.Delivery.Following;
using Alerting.Delivery.Receipts;

namespace Alerting.Delivery.Batches;

/// <summary>Where every delivery of a batch stands: a fold over all that was written about it.</summary>
/// <remarks>
/// Pure. The order in which rows of different kinds were written does not matter. What is certain stands over what is not: the first end
/// that the provider reported, then that it took the message, then why a worker ended it. So a worker that gives up, not having heard
/// of a report, changes nothing; and one that gave up is put right by a report.
/// </remarks>
public sealed class BatchState
{
    private readonly BatchRecord record;
    private readonly DeliveryState[] states;
    private readonly Outcome?[] last;
    private readonly int[] lastClaim;
    private readonly bool[] tried;
    private readonly ReceiptKind?[] reported;

    private BatchState(BatchRecord record)
    {
        this.record = record;
        var size = record.Plan.Recipients.Count;
        states = new DeliveryState[size];
        last = new Outcome?[size];
        lastClaim = new int[size];
        tried = new bool[size];
        reported = new ReceiptKind?[size];
    }

    /// <summary>Folds the rows of a batch.</summary>
    public static BatchState Of(BatchRecord record)
    {
        var state = new BatchState(record);
        state.FoldOutcomes();
        state.FoldReceipts();
        for (var index = 0; index < state.states.Length; index++)
            state.states[index] = state.StateOf(index);
        return state;
    }

    /// <summary>The rows that were folded.</summary>
    internal BatchRecord Record => record;

    /// <summary>The plan that was folded.</summary>
    public DeliveryBatch Plan => record.Plan;

    /// <summary>State per delivery, by index.</summary>
    public IReadOnlyList<DeliveryState> Deliveries => states;

    /// <summary>Number of the last claim; 0 when nobody has claimed the batch.</summary>
    public int LastClaim => record.Claims.Count == 0 ? 0 : record.Claims[^1].Number;

    /// <summary>True when no delivery waits for a send or for the provider's word on one.</summary>
    public bool IsFinished => !states.Any(IsOpen);

    /// <summary>Indexes of deliveries that wait for a send, in sending order.</summary>
    public IEnumerable<int> Open => Enumerable.Range(0, states.Length).Where(index => IsOpen(states[index]));

    /// <summary>What became of the last try of a delivery that was written down; null before the first.</summary>
    public Outcome? OutcomeOf(int index) => last[index];

    /// <summary>True when a delivery was sent or may have been, or was refused for a while; waiting for what it follows is no try, nor is a claim that left no time.</summary>
    public bool WasTried(int index) => states[index] == DeliveryState.Doubtful || tried[index];

    /// <summary>The only provider that may have taken a delivery in doubt; null when each may, because a claim after the last outcome is without a word.</summary>
    public string? AskedOf(int index) =>
        last[index] is { Kind: OutcomeKind.Unknown } outcome && lastClaim[index] == LastClaim ? outcome.Provider : null;

    /// <summary>How often it was written down of a delivery that nobody can say whether it was taken.</summary>
    public int DoubtsOf(int index) =>
        record.Outcomes.Sum(chunk => chunk.Outcomes.Count(outcome => outcome.Index == index && outcome.Kind == OutcomeKind.Unknown));

    /// <summary>True when a delivery may have gone out: a worker was killed over it, or had no clear answer. Where nobody can be asked that stays so.</summary>
    /// <param name="index">Which.</param>
    /// <param name="channel">How it goes out.</param>
    public bool MayHaveGone(int index, IChannel channel) => channel.CanBeAsked
        ? states[index] == DeliveryState.Doubtful
        : DoubtsOf(index) > 0 || Suspects(channel.ChunkSize).Contains(index);

    /// <summary>The moment until which the last claim's holder may still be sending; null when it has written an outcome for all it claimed.</summary>
    public DateTimeOffset? HeldUntil =>
        LastClaim > 0 && Open.Any(index => lastClaim[index] < LastClaim) ? record.Claims[^1].Until : null;

    /// <summary>When the batch was first taken up; null when nobody has claimed it.</summary>
    public DateTimeOffset? FirstClaimAt => LastClaim == 0 ? null : record.Claims[0].At;

    /// <summary>When the last claim's holder last said something: its last outcome, or the claim itself; null when nobody has claimed the batch.</summary>
    public DateTimeOffset? LastWordAt => LastClaim == 0
        ? null
        : record.Outcomes.Where(chunk => chunk.Claim == LastClaim).SelectMany(chunk => chunk.Outcomes).Select(outcome => outcome.At).Append(record.Claims[^1].At).Max();

    /// <summary>Deliveries that a killed worker may have handed over: of each claim the first chunk that it left without a word, because chunks are written one by one.</summary>
    /// <param name="chunk">How many are written together.</param>
    public IReadOnlySet<int> Suspects(int chunk)
    {
        var (suspects, ended) = (new HashSet<int>(), new HashSet<int>());
        foreach (var claim in record.Claims)
        {
            var told = record.Outcomes.Where(row => row.Claim == claim.Number).SelectMany(row => row.Outcomes).ToList();
            suspects.UnionWith(Enumerable.Range(0, states.Length).Except(ended).Except(told.Select(outcome => outcome.Index)).Take(chunk));
            ended.UnionWith(told.Where(IsEnd).Select(outcome => outcome.Index));
        }

        return suspects;
    }

    /// <summary>What became of a delivery, for the one that follows it.</summary>
    public Fate FateOf(int index)
    {
        if (IsOpen(states[index]))
            return Fate.Open;
        if (WasSent(index) || last[index]?.Code == Outcome.NeverKnown)
            return Fate.Told;
        return last[index] is { Kind: OutcomeKind.Rejected } or { Code: Sequel.OriginalRejected } ? Fate.Unreachable : Fate.NotTold;
    }

    /// <summary>The counts to keep beside the batch.</summary>
    public BatchProgress Progress()
    {
        var sent = Enumerable.Range(0, states.Length).Where(WasSent).ToList();
        var times = sent.Select(index => last[index]).OfType<Outcome>().Where(MayBeSent).Select(outcome => outcome.At).ToList();
        return new(
            Plan.Id,
            RowCount: 1 + record.Claims.Count + record.Outcomes.Count + record.Receipts.Count + record.Acknowledgements.Count,
            Planned: states.Length,
            Sent: sent.Count,
            Delivered: states.Count(state => state == DeliveryState.Delivered),
            Failed: states.Count(state => state == DeliveryState.Failed),
            Superseded: states.Count(state => state == DeliveryState.Superseded),
            Acknowledged: record.Acknowledgements.Select(acknowledgement => acknowledgement.Index).Distinct().Count(),
            Open: Open.Count(),
            FirstSentAt: times.Count == 0 ? null : times.Min(),
            LastSentAt: times.Count == 0 ? null : times.Max());
    }

    private static bool IsOpen(DeliveryState state) => state is DeliveryState.Planned or DeliveryState.Doubtful;

    // A receipt proves a send even when the outcome was lost with its worker, or came to nothing.
    private bool WasSent(int index) => last[index]?.Kind == OutcomeKind.Sent || reported[index] is not null;

    private void FoldOutcomes()
    {
        foreach (var chunk in record.Outcomes)
            foreach (var outcome in chunk.Outcomes)
                FoldOutcome(chunk.Claim, outcome);
    }

    // What was sent stands, also over the end that the holder of a later claim wrote before.
    private void FoldOutcome(int claim, Outcome outcome)
    {
        if (outcome.Index < 0 || outcome.Index >= states.Length)
            return;
        tried[outcome.Index] |= outcome.Code is not (Sequel.OriginalOpen or Outcome.NoTime);
        var known = CertaintyOf(last[outcome.Index]);
        if (known > 0 && known >= CertaintyOf(outcome))
            return;
        last[outcome.Index] = outcome;
        lastClaim[outcome.Index] = Math.Max(lastClaim[outcome.Index], claim);
    }

    private static bool MayBeSent(Outcome outcome) => outcome.Kind is OutcomeKind.Sent or OutcomeKind.Unknown;

    private static bool IsEnd(Outcome? outcome) => CertaintyOf(outcome) > 0;

    // 0 is no end: the next try says more.
    private static int CertaintyOf(Outcome? outcome) => outcome?.Kind switch
    {
        OutcomeKind.Sent => 4,
        OutcomeKind.Rejected => 3,
        OutcomeKind.Failed => 2,
        OutcomeKind.Superseded => 1,
        _ => 0,
    };

    private DeliveryState StateOf(int index) => reported[index] switch
    {
        ReceiptKind.Delivered => DeliveryState.Delivered,
        ReceiptKind.Failed => DeliveryState.Failed,
        ReceiptKind.Underway => DeliveryState.Sent,
        _ => AfterOutcomes(index),
    };

    private DeliveryState AfterOutcomes(int index) => last[index]?.Kind switch
    {
        OutcomeKind.Sent => DeliveryState.Sent,
        OutcomeKind.Rejected or OutcomeKind.Failed => DeliveryState.Failed,
        OutcomeKind.Superseded => DeliveryState.Superseded,
        OutcomeKind.Unknown => DeliveryState.Doubtful,
        // Tried under an earlier claim, or not at all: a later claim without a word leaves it in doubt.
        _ => lastClaim[index] < LastClaim ? DeliveryState.Doubtful : DeliveryState.Planned,
    };

    // The first end stands.
    private void FoldReceipts()
    {
        foreach (var receipt in record.Receipts)
            if (receipt.Index >= 0 && receipt.Index < states.Length && reported[receipt.Index] is null or ReceiptKind.Underway)
                reported[receipt.Index] = receipt.Kind;
    }
}
