using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Turns;

namespace Alerting.Functions;

/// <summary>Makes one round of calls and those that overtake it.</summary>
internal static class DeliverVoice
{
    public static void MapDeliverVoice(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(DeliverVoice), Entities.Voice, RunAsync);

    private static async Task<Refused?> RunAsync(
        ReceivedMessage message, [FromKeyedServices(Channel.Voice)] Overtaking delivery, CancellationToken cancellationToken)
    {
        if (!BatchMessage.TryRead(message.Body.Span, out var batch) || batch.Value.Channel != Channel.Voice)
            return BatchRefusal.NotABatch(Channel.Voice);
        await delivery.DeliverAsync(batch.Value, cancellationToken);
        return null;
    }
}
