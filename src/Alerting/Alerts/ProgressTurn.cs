namespace Alerting.Alerts;

/// <summary>What a follower is told after a look.</summary>
/// <param name="Follower">The follower from then on.</param>
/// <param name="Signals">In this order; none when there is nothing to tell yet.</param>
/// <param name="IsLast">True when nobody looks for him again.</param>
public sealed record ProgressTurn(ProgressFollower Follower, IReadOnlyList<ProgressSignal> Signals, bool IsLast);
