using System.Text;
using Alerting.Bus;
using Alerting.Paths;

namespace Alerting.Functions;

/// <summary>Reads the canary that proves the broker, the host and this program.</summary>
internal static class TakeInCanary
{
    public static void MapTakeInCanary(this IEndpointRouteBuilder functions) =>
        functions.MapMessageTrigger(nameof(TakeInCanary), Entities.Canary, RunAsync);

    private static Task RunAsync(ReceivedMessage message, PathProver prover, CancellationToken cancellationToken) =>
        prover.SettleAsync(Encoding.UTF8.GetString(message.Body.Span), problem: null, cancellationToken);
}
