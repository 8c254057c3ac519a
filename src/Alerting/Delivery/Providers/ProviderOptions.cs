namespace Alerting.Delivery.Providers;

/// <summary>When a provider counts as failing or slow, and how weight is shifted between providers: section <c>Providers</c>, all optional.</summary>
/// <remarks>The pattern, and the shares, are those of GOV.UK Notify; the times are shorter, because an alert is over in minutes.</remarks>
public sealed record ProviderOptions
{
    /// <summary>How far back answers and deliveries count; 1 s to 1 h, default 1 min.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>So many failures make a provider failing: in a row it is left alone, within the window it loses weight; 1 to 1000, default 5.</summary>
    public int LeastFailures { get; init; } = 5;

    /// <summary>Failures must also be this share of the answers in the window; more than 0, at most 1, default 0.2.</summary>
    public double FailureShare { get; init; } = 0.2;

    /// <summary>A request that takes longer is slow; default 3 s.</summary>
    public TimeSpan SlowAnswer { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A message that takes longer from the provider's taking it to the telephone is slow; default 1 min.</summary>
    public TimeSpan SlowDelivery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>So many slow answers or deliveries at least, before a provider counts as slow; 1 to 1000, default 10.</summary>
    public int LeastSlow { get; init; } = 10;

    /// <summary>Slow ones must also be this share of all in the window; more than 0, at most 1, default 0.15.</summary>
    public double SlowShare { get; init; } = 0.15;

    /// <summary>How much weight a shift moves, in points; 1 to 100, default 10.</summary>
    public int Step { get; init; } = 10;

    /// <summary>Least time between two shifts; default 10 s.</summary>
    public TimeSpan StepPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After so long without a shift and without trouble weight goes a step back; at least <see cref="StepPause"/>, default 5 min.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a provider that failed in a row is left alone before one message tries it again; doubled each time. Default 2 s.</summary>
    public TimeSpan FirstRest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Rests grow to this and no further; default 30 s.</summary>
    public TimeSpan LongestRest { get; init; } = TimeSpan.FromSeconds(30);
}
