using Alerting.Paths;

namespace Alerting.Functions;

/// <summary>Sends a canary along every path that is due for one.</summary>
internal static class ProvePaths
{
    public static void MapProvePaths(this IEndpointRouteBuilder functions) => functions.MapTimerTrigger(nameof(ProvePaths), RunAsync);

    private static Task RunAsync(PathProver prover, CancellationToken cancellationToken) => prover.ProveAsync(cancellationToken);
}
