namespace Alerting.Testing.Faults;

/// <summary>A provider misbehaves for a while, or both do.</summary>
/// <param name="mode">One of <see cref="Modes"/>.</param>
/// <param name="length">How long.</param>
public sealed class ProviderFault(string mode, TimeSpan length) : IFault
{
    private const string Callbacks = "callbacks";
    private const string BothSlow = "both slow";
    private const string BothCut = "both cut";
    private const int SlowMs = 1700;

    /// <summary>
    /// The first provider answers 500, hangs (no answer, nothing done), cuts the connection (taken all the same) or answers 429;
    /// both cut or are slow; and callbacks are shuffled, repeated and lost.
    /// </summary>
    public static IReadOnlyList<string> Modes { get; } = ["500", "hang", "cut", "429", BothCut, BothSlow, Callbacks];

    public bool KeepsReports => mode == BothSlow;

    public WeightsTold? Weights => mode switch
    {
        Callbacks or BothCut => null,
        BothSlow => WeightsTold.Steady,
        _ => WeightsTold.AwayAndBack,
    };

    // From the start: in between, one would be seen to be slow a moment before the other.
    public int LatencyMs => mode == BothSlow ? SlowMs : Moments.LatencyMs;

    public async Task StrikeAsync(RunningSystem system, int recipients, Random dice, CancellationToken cancellationToken)
    {
        if (mode == Callbacks)
        {
            await system.Twilio.ControlAsync(new { callbacks = new { order = "shuffled", repeat = 1 + dice.Next(3), loseEvery = 2 + dice.Next(5) }, Moments.LatencyMs }, cancellationToken);
            await Moments.TakenAsync(system, recipients, cancellationToken);
            await Moments.QuietAsync(system, cancellationToken);
            return;
        }

        if (mode != BothSlow)
        {
            await Moments.TakenAsync(system, Moments.Middle(recipients / 2, dice), cancellationToken);
            await MisbehaveAsync(system.Twilio, cancellationToken);
        }

        // The length is what is asked: nothing can be waited for.
        await Task.Delay(length, TimeProvider.System, cancellationToken);
    }

    // Nor does a report say what was taken: it has to be asked for.
    private Task MisbehaveAsync(TwilioDoor providers, CancellationToken cancellationToken) => mode switch
    {
        BothCut => providers.ControlAsync(new { mode = "cut", Moments.LatencyMs, callbacks = new { loseEvery = 1 } }, cancellationToken),
        _ => providers.ControlAsync(providers.Account, new { mode, Moments.LatencyMs, callbacks = new { loseEvery = 1 } }, cancellationToken),
    };
}
