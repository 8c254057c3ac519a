using Alerting.Directory;
using Alerting.Readiness;

namespace Alerting.Functions;

/// <summary>What is wrong with the directory, before an alert finds out.</summary>
internal static class ShowReadiness
{
    public static void MapShowReadiness(this IEndpointRouteBuilder api) =>
        api.MapGet("/directory/readiness", RunAsync)
            .WithName(nameof(ShowReadiness))
            .WithTags("Bodies")
            .WithSummary("What is wrong with the directory: addresses that were rejected or not verified for a year, contacts and bodies that cannot be reached.")
            .Produces<ReadinessDocument>()
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(IDirectory directory, AddressWatch addresses, TimeProvider time, CancellationToken cancellationToken)
    {
        var words = await addresses.ReadAsync(cancellationToken);
        var snapshot = await directory.ReadAsync(cancellationToken);
        return TypedResults.Ok(ReadinessDocument.Of(snapshot.Bodies.Count, ReadinessCheck.Of(snapshot.Bodies, words, time.GetUtcNow())));
    }
}
