using Alerting.Outbox;

namespace Alerting.Functions;

/// <summary>Sends what a decision promised and could not send at once.</summary>
internal static class SweepOutbox
{
    public static void MapSweepOutbox(this IEndpointRouteBuilder functions) => functions.MapTimerTrigger(nameof(SweepOutbox), RunAsync);

    private static async Task RunAsync(OutboxPublisher publisher, ILogger<OutboxPublisher> log, CancellationToken cancellationToken)
    {
        if (await publisher.SweepAsync(cancellationToken) is > 0 and var count)
            log.Swept(count);
    }
}
