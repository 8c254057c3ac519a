namespace Alerting.Delivery.Providers;

/// <summary>What one provider did in the window, as this process saw it.</summary>
/// <param name="Answers">Messages handed over, with or without an answer.</param>
/// <param name="Failures">Of these: refused for now, or without a clear answer.</param>
/// <param name="SlowAnswers">Of these: after too long a time.</param>
/// <param name="Deliveries">Messages reported as arrived.</param>
/// <param name="SlowDeliveries">Of these: too long after the provider took them.</param>
/// <param name="IsResting">Left alone after failures in a row.</param>
public sealed record ProviderHealth(int Answers, int Failures, int SlowAnswers, int Deliveries, int SlowDeliveries, bool IsResting)
{
    /// <summary>What is wrong with it; null when nothing is. Failing outdoes slow.</summary>
    public ShiftReason? Trouble(ProviderOptions options)
    {
        if (IsResting || IsMuch(Failures, options.LeastFailures, options.FailureShare, Answers))
            return ShiftReason.Failing;
        return IsMuch(SlowAnswers, options.LeastSlow, options.SlowShare, Answers)
            || IsMuch(SlowDeliveries, options.LeastSlow, options.SlowShare, Deliveries)
            ? ShiftReason.Slow
            : null;
    }

    /// <summary>True when it may be given more: not a share of its answers or deliveries that would be trouble, however few there are yet.</summary>
    public bool IsSound(ProviderOptions options) =>
        !IsResting
        && !IsMuch(Failures, 1, options.FailureShare, Answers)
        && !IsMuch(SlowAnswers, 1, options.SlowShare, Answers)
        && !IsMuch(SlowDeliveries, 1, options.SlowShare, Deliveries);

    private static bool IsMuch(int bad, int least, double share, int all) => bad >= least && bad >= share * all;
}
