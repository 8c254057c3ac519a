using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Turns;

namespace Alerting.Delivery;

/// <summary>The clock of the delivery engine: claims, deadlines and pauses.</summary>
/// <param name="options">Lengths.</param>
/// <param name="time">The clock.</param>
public sealed class BatchPace(DeliveryOptions options, TimeProvider time)
{
    private readonly RetrySchedule retries = new(options.FirstPause, options.LongestPause);

    /// <summary>How often numbers are sent to and called.</summary>
    public NumberPace Numbers { get; } = new(options, time);

    /// <summary>The present.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A claim from now on.</summary>
    public Claim Claim(BatchId batch, int number) => new(batch, number, Now, Now + options.ClaimLease);

    /// <summary>True while a send started now is sure to end within the claim.</summary>
    public bool HasTimeLeft(Claim claim) => Now < claim.Until - options.ClaimMargin;

    /// <summary>True when what happened at that moment has been left to itself for long enough: the grace of the audit is over.</summary>
    public bool IsGraceOver(DateTimeOffset at) => Now > at + options.AuditGrace;

    /// <summary>True when a batch should have been taken up again and was not. Never claimed, or claim and pause over for longer than the grace.</summary>
    /// <param name="state">Where it stands, not finished.</param>
    /// <param name="deadline">End of the alert's useful life.</param>
    public bool IsOverdue(BatchState state, DateTimeOffset deadline)
    {
        if (state.LastWordAt is not { } lastWord)
            return true;
        // Nobody wrote down how long the pause was drawn; at its longest it is known.
        var next = state.HeldUntil ?? retries.Next(state.LastClaim, lastWord, deadline, jitter: 1) ?? deadline;
        return Now > next + options.AuditGrace;
    }

    /// <summary>End of the useful life of a declaration's alert.</summary>
    public DateTimeOffset DeadlineOf(Declaration declaration) =>
        declaration.Until ?? ((declaration.Decision?.At ?? declaration.ProposedAt) + options.UsefulLife);

    /// <summary>When to come back after a claim; just after the deadline when there is no more time, so that what is left can be ended.</summary>
    public DateTimeOffset NextTry(int claims, DateTimeOffset deadline) =>
        retries.Next(claims, Now, deadline, Random.Shared.NextDouble()) ?? deadline;
}
