using Alerting.Alerts;
using Alerting.Bus;

namespace Alerting.Functions;

/// <summary>Plans who is told of an approved declaration, and sets the deliveries going.</summary>
internal static class PlanAlert
{
    public static void MapPlanAlert(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(PlanAlert), Entities.SubscriptionOf(Entities.PlanAlert), RunAsync);

    private static async Task<Refused?> RunAsync(
        ReceivedMessage message, DeclarationNotice notice, AlertPlanner planner, CancellationToken cancellationToken)
    {
        var read = await notice.ReadAsync(message, cancellationToken);
        if (read.Value is not { } declaration)
            return new(read.Problems);
        await planner.PlanAsync(declaration, cancellationToken);
        return null;
    }
}
