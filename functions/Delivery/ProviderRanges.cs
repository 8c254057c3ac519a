using Alerting.Delivery.Providers;

namespace Alerting.Functions;

/// <summary>Holds the settings of the sharing between providers (section <c>Providers</c>, all optional) to their ranges.</summary>
internal sealed class ProviderRanges() : RangeCheck<ProviderOptions>(Section)
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Providers";

    /// <inheritdoc />
    protected override IEnumerable<string> Problems(ProviderOptions options)
    {
        if (options.Window < TimeSpan.FromSeconds(1) || options.Window > TimeSpan.FromHours(1))
            yield return "Window must be 1 s to 1 h.";
        if (options.LeastFailures is < 1 or > 1000)
            yield return "LeastFailures must be 1 to 1000.";
        if (options.LeastSlow is < 1 or > 1000)
            yield return "LeastSlow must be 1 to 1000.";
        if (options.FailureShare is not (> 0 and <= 1))
            yield return "FailureShare must be more than 0 and at most 1.";
        if (options.SlowShare is not (> 0 and <= 1))
            yield return "SlowShare must be more than 0 and at most 1.";
        if (options.SlowAnswer <= TimeSpan.Zero)
            yield return "SlowAnswer must be more than nothing.";
        if (options.SlowDelivery <= TimeSpan.Zero)
            yield return "SlowDelivery must be more than nothing.";
        if (options.Step is < 1 or > 100)
            yield return "Step must be 1 to 100.";
        if (options.StepPause <= TimeSpan.Zero || options.Quiet < options.StepPause)
            yield return "StepPause must be more than nothing and at most Providers:Quiet.";
        if (options.FirstRest <= TimeSpan.Zero || options.LongestRest < options.FirstRest)
            yield return "FirstRest must be more than nothing and at most Providers:LongestRest.";
    }
}
