using Alerting.Bus;
using Alerting.Calls;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Turns;

namespace Alerting.Functions;

/// <summary>Sends one batch of text messages and those that overtake it, and sees who of them must be called.</summary>
internal static class DeliverSms
{
    public static void MapDeliverSms(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(DeliverSms), Entities.Sms, RunAsync);

    private static async Task<Refused?> RunAsync(
        ReceivedMessage message, [FromKeyedServices(Channel.Sms)] Overtaking delivery, CallPlanner calls, CancellationToken cancellationToken)
    {
        if (!BatchMessage.TryRead(message.Body.Span, out var batch) || batch.Value.Channel != Channel.Sms)
            return BatchRefusal.NotABatch(Channel.Sms);
        await delivery.DeliverAsync(batch.Value, calls.PlanAsync, cancellationToken);
        return null;
    }
}
