using Alerting.DeadLetters;

namespace Alerting.Functions;

/// <summary>Moves what the broker gave up into the record, and sends the replays that are still to be sent.</summary>
internal static class DrainDeadLetters
{
    public static void MapDrainDeadLetters(this IEndpointRouteBuilder functions) =>
        functions.MapTimerTrigger(nameof(DrainDeadLetters), RunAsync);

    private static async Task RunAsync(LetterDrain drain, LetterDesk desk, ILogger<LetterDrain> log, CancellationToken cancellationToken)
    {
        if (await drain.DrainAsync(cancellationToken) is > 0 and var count)
            log.Drained(count);
        await desk.FinishAsync(cancellationToken);
    }
}
