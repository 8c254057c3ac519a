using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Turns;

namespace Alerting.Functions;

/// <summary>Sends one batch of emails and those that overtake it.</summary>
internal static class DeliverEmail
{
    public static void MapDeliverEmail(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(DeliverEmail), Entities.Email, RunAsync);

    private static async Task<Refused?> RunAsync(
        ReceivedMessage message, [FromKeyedServices(Channel.Email)] Overtaking delivery, CancellationToken cancellationToken)
    {
        if (!BatchMessage.TryRead(message.Body.Span, out var batch) || batch.Value.Channel != Channel.Email)
            return BatchRefusal.NotABatch(Channel.Email);
        await delivery.DeliverAsync(batch.Value, cancellationToken);
        return null;
    }
}
