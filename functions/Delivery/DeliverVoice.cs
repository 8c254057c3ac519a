using Alerting.Bus;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Functions;

/// <summary>Makes one round of calls.</summary>
internal static class DeliverVoice
{
    public static void MapDeliverVoice(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(DeliverVoice), Entities.Voice, RunAsync);

    private static async Task<Refused?> RunAsync(
        ReceivedMessage message, [FromKeyedServices(Channel.Voice)] BatchDelivery delivery, CancellationToken cancellationToken)
    {
        if (!BatchMessage.TryRead(message.Body.Span, out var batch) || batch.Value.Channel != Channel.Voice)
            return BatchRefusal.NotABatch(Channel.Voice);
        await delivery.DeliverAsync(batch.Value, cancellationToken);
        return null;
    }
}
