using Alerting.Alerts;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Directory;

namespace Alerting.Functions;

/// <summary>Who of an alert's audience has not been told, so that somebody can tell them by other means.</summary>
internal static class ListUntold
{
    private const int Usual = 200;

    public static void MapListUntold(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts/{id}/untold", RunAsync)
            .WithName(nameof(ListUntold))
            .WithTags("Alerts")
            .WithSummary("Who of an alert's audience a channel has not told, those told by nothing first, 200 unless told, with the reason and what else has told them.")
            .WithDescription($"state is open (may still be told) or failed. While isPlanned is false more may come. Who is told meanwhile drops out. {ListPage.HowToGoOn}")
            .TakesQuery(ListPage.LimitName, ListPage.AfterName)
            .Produces<UntoldList>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(
        string id, HttpRequest request, IDeclarationStore declarations, IDeliveryStore store, IDirectory directory, CancellationToken cancellationToken)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        var read = ListPage.Read(asked, Usual, Untold.IsPlace);
        if (read.Value is not { } page)
            return ProblemAnswer.Of(read.Problems);
        if (!DeclarationId.TryParse(id, out var parsed)
            || await declarations.FindAsync(parsed, cancellationToken) is not { State: DeclarationState.Approved })
            return ShowAlert.Unknown();
        var reading = await UntoldReading.ReadAsync(parsed, store, cancellationToken);
        var found = reading.Contacts.Where(untold => string.CompareOrdinal(untold.Place, page.After) > 0).Take(page.Wanted).ToList();
        return TypedResults.Ok(new UntoldList(
            reading.IsPlanned, await NamedAsync([.. found.Take(page.Limit)], directory, cancellationToken), page.Next(found, untold => untold.Place)));
    }

    private static async Task<IReadOnlyList<UntoldDocument>> NamedAsync(IReadOnlyList<Untold> shown, IDirectory directory, CancellationToken cancellationToken)
    {
        var ids = shown.Select(untold => untold.BodyId).ToHashSet();
        var names = (await directory.ReadAsync(cancellationToken)).Bodies.Where(body => ids.Contains(body.Id)).ToDictionary(body => body.Id, body => body.Name);
        return [.. shown.Select(untold => UntoldDocument.Of(untold, names.GetValueOrDefault(untold.BodyId)))];
    }
}
