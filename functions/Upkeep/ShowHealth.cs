using Alerting.Adapters;

namespace Alerting.Functions;

/// <summary>Whether everything we depend on answers, and how fast.</summary>
internal static class ShowHealth
{
    public static void MapShowHealth(this IEndpointRouteBuilder api) =>
        api.MapGet("/health", RunAsync)
            .WithName(nameof(ShowHealth))
            .WithTags("Upkeep")
            .WithSummary("Whether everything we depend on answers, and how fast.")
            .Produces<HealthReport>()
            .Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable)
            .OpenToAll();

    private static async Task<IResult> RunAsync(IEnumerable<IDependency> dependencies, TimeProvider time, CancellationToken cancellationToken)
    {
        var reports = await Task.WhenAll(dependencies.Select(dependency => DependencyReport.OfAsync(dependency, time, cancellationToken)));
        var health = new HealthReport(reports.All(report => report.Up), [.. reports.Select(Describe).OrderBy(state => state.Name, StringComparer.Ordinal)]);
        return TypedResults.Json(health, statusCode: health.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static DependencyHealth Describe(DependencyReport report) =>
        new(report.Name, report.Up ? "up" : "down", Math.Round(report.Latency.TotalMilliseconds, 1), report.Problem, report.Advice);
}
