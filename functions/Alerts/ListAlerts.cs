using Alerting.Declarations;
using Alerting.Delivery;

namespace Alerting.Functions;

/// <summary>The latest alerts and how far they have got.</summary>
internal static class ListAlerts
{
    private const int Recent = 20;

    public static void MapListAlerts(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts", RunAsync)
            .WithName(nameof(ListAlerts))
            .WithTags("Alerts")
            .WithSummary("The latest 20 alerts and how far they have got, latest approval first.")
            .Produces<AlertList>()
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(IDeclarationStore declarations, IDeliveryStore store, CancellationToken cancellationToken)
    {
        var approved = await declarations.ListAsync(DeclarationState.Approved, cancellationToken);
        var recent = approved.OrderByDescending(declaration => declaration.Sequence).Take(Recent);
        return TypedResults.Ok(new AlertList(await Task.WhenAll(recent.Select(declaration => AlertDocument.ReadAsync(declaration, store, cancellationToken)))));
    }
}
