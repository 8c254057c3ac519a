namespace Alerting.Testing.Faults;

/// <summary>Waiting for the right moment to do harm.</summary>
public static class Moments
{
    /// <summary>How long the provider takes over a message while harm is done: long enough that the middle of a fan-out can be hit.</summary>
    public const int LatencyMs = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A number of messages taken at which much is still to do.</summary>
    public static int Middle(int recipients, Random dice) => dice.Next(Math.Max(1, recipients * 4 / 5));

    /// <summary>Waits until the provider has taken so many messages.</summary>
    public static Task TakenAsync(RunningSystem system, int messages, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => system.Twilio.TallyAsync(cancellationToken), tally => tally.Count >= messages, Patience, cancellationToken);

    /// <summary>Waits until the provider has reported all that it reports.</summary>
    public static Task QuietAsync(RunningSystem system, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => system.Twilio.TallyAsync(cancellationToken), tally => tally.PendingCallbacks == 0, Patience, cancellationToken);

    /// <summary>Waits until a function app runs that is not the one given, and says its process id.</summary>
    public static async Task<int> FunctionAppAsync(RunningSystem system, int not, CancellationToken cancellationToken) =>
        (await Waiting.UntilAsync(() => TryAsync(() => system.FunctionAppAsync(cancellationToken)), pid => pid is { } found && found != not, Patience, cancellationToken))!.Value;

    /// <summary>Waits until a part has another process than before and is ready.</summary>
    public static Task BackAsync(RunningSystem system, StackPart before, CancellationToken cancellationToken) => Waiting.UntilAsync(
        async () => (await system.StatusAsync(cancellationToken))[before.Role],
        part => part.State == "ready" && part.Pid is { } pid && pid != before.Pid,
        Patience,
        cancellationToken);

    // Between two lives nobody answers, or there is no process to name.
    private static async Task<int?> TryAsync(Func<Task<int>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or InvalidOperationException)
        {
            return null;
        }
    }
}
