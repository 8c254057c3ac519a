namespace Alerting.Testing.Faults;

/// <summary>The provider misbehaves for a while.</summary>
/// <param name="mode">One of <see cref="Modes"/>.</param>
/// <param name="length">How long.</param>
public sealed class ProviderFault(string mode, TimeSpan length) : IFault
{
    private const string Callbacks = "callbacks";

    /// <summary>500, hang (no answer, nothing done), cut (taken, and the connection cut), 429, and callbacks shuffled, repeated and lost.</summary>
    public static IReadOnlyList<string> Modes { get; } = ["500", "hang", "cut", "429", Callbacks];

    public async Task StrikeAsync(RunningSystem system, int recipients, Random dice, CancellationToken cancellationToken)
    {
        if (mode == Callbacks)
        {
            await system.Twilio.ControlAsync(new { callbacks = new { order = "shuffled", repeat = 1 + dice.Next(3), loseEvery = 2 + dice.Next(5) }, Moments.LatencyMs }, cancellationToken);
            await Moments.TakenAsync(system, recipients, cancellationToken);
            await Moments.QuietAsync(system, cancellationToken);
            return;
        }

        await Moments.TakenAsync(system, Moments.Middle(recipients, dice), cancellationToken);
        // Nor does a report say what was taken: it has to be asked for.
        await system.Twilio.ControlAsync(new { mode, Moments.LatencyMs, callbacks = new { loseEvery = 1 } }, cancellationToken);
        // The length is what is asked: nothing can be waited for.
        await Task.Delay(length, TimeProvider.System, cancellationToken);
    }
}
