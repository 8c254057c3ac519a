using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Turns;

namespace Alerting.Delivery;

/// <summary>The clock of the delivery engine: claims, deadlines and pauses.</summary>
/// <param name="options">Lengths.</param>
/// <param name="time">The clock.</param>
public sealed class BatchPace(DeliveryOptions options, TimeProvider time)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);

    private readonly RetrySchedule retries = new(options.FirstPause, options.LongestPause);

    /// <summary>How often numbers are sent to and called.</summary>
    public NumberPace Numbers { get; } = new(options, time);

    /// <summary>The present.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A claim from now on.</summary>
    public Claim Claim(BatchId batch, int number) => new(batch, number, Now, Now + options.ClaimLease);

    /// <summary>True while a send started now is sure to end within the claim.</summary>
    public bool HasTimeLeft(Claim claim) => Now < claim.Until - options.ClaimMargin;

    /// <summary>True when what happened at that moment has been left to itself for long enough: the grace of the audit is over, so many times.</summary>
    public bool IsGraceOver(DateTimeOffset at, int times = 1) => Now > at + (options.AuditGrace * times);

    /// <summary>A moment to come back at, or a second from now. A message that came a touch early, by a clock ahead of ours, must not be sent again under its own name: the broker would drop it.</summary>
    public DateTimeOffset NotTooSoon(DateTimeOffset at) => at > Now + Soonest ? at : Now + Soonest;

    /// <summary>True when a batch should have been taken up again and was not. Planned and never claimed, or claim and pause over, for longer than the grace.</summary>
    /// <param name="state">Where it stands, not finished.</param>
    /// <param name="deadline">End of the alert's useful life.</param>
    public bool IsOverdue(BatchState state, DateTimeOffset deadline)
    {
        if (state.LastWordAt is not { } lastWord)
            return IsGraceOver(state.Plan.PlannedAt);
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
