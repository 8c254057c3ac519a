using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Functions;

/// <summary>How far the sending of one declaration has got.</summary>
internal static class ShowAlert
{
    public static void MapShowAlert(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts/{id}", RunAsync)
            .WithName(nameof(ShowAlert))
            .WithTags("Alerts")
            .WithSummary("How far the sending of a declaration has got: per channel planned, sent, delivered (calls: answered), failed, superseded, acknowledged, first and last send.")
            .Produces<AlertDocument>()
            .Refuses(StatusCodes.Status404NotFound)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(string id, IDeclarationStore declarations, IDeliveryStore store, CancellationToken cancellationToken) =>
        DeclarationId.TryParse(id, out var parsed)
        && await declarations.FindAsync(parsed, cancellationToken) is { State: DeclarationState.Approved } declaration
            ? TypedResults.Ok(await AlertDocument.ReadAsync(declaration, store, cancellationToken))
            : Unknown();

    /// <summary>The answer to an id that no alert has.</summary>
    public static IResult Unknown() =>
        ProblemAnswer.Of(Problem.NotFound("alert-unknown", "id", "There is no such alert: it has the id of an approved declaration."));
}
