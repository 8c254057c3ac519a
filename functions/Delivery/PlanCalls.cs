using Alerting.Bus;
using Alerting.Calls;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Functions;

/// <summary>Looks who of a batch of text messages must be called by now.</summary>
internal static class PlanCalls
{
    public static void MapPlanCalls(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(PlanCalls), Entities.PlanCalls, RunAsync);

    private static async Task<Refused?> RunAsync(ReceivedMessage message, CallPlanner calls, CancellationToken cancellationToken)
    {
        if (!BatchMessage.TryRead(message.Body.Span, out var batch) || batch.Value.Channel != Channel.Sms)
            return BatchRefusal.NotABatch(Channel.Sms);
        await calls.PlanAsync(batch.Value, cancellationToken);
        return null;
    }
}
