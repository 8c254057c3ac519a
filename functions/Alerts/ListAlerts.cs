using System.Globalization;
using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Functions;

/// <summary>Alerts and how far they have got.</summary>
internal static class ListAlerts
{
    private const int Usual = 20;

    public static void MapListAlerts(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts", RunAsync)
            .WithName(nameof(ListAlerts))
            .WithTags("Alerts")
            .WithSummary("Alerts and how far they have got, latest approval first, 20 unless told.")
            .WithDescription(ListPage.HowToGoOn)
            .TakesQuery(ListPage.LimitName, ListPage.AfterName)
            .Produces<AlertList>()
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(HttpRequest request, IDeclarationStore declarations, IDeliveryStore store, CancellationToken cancellationToken)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        var read = ListPage.Read(asked, Usual, text => Sequence(text) is not null);
        if (read.Value is not { } page)
            return ProblemAnswer.Of(read.Problems);
        var found = Earlier(await declarations.ListAsync(DeclarationState.Approved, cancellationToken), page);
        var alerts = await Task.WhenAll(found.Take(page.Limit).Select(declaration => AlertDocument.ReadAsync(declaration, store, cancellationToken)));
        return TypedResults.Ok(new AlertList(alerts, page.Next(found, declaration => string.Create(CultureInfo.InvariantCulture, $"{declaration.Sequence}"))));
    }

    private static List<Declaration> Earlier(IEnumerable<Declaration> approved, ListPage page)
    {
        var before = Sequence(page.After) ?? long.MaxValue;
        return [.. approved.Where(declaration => declaration.Sequence < before).OrderByDescending(declaration => declaration.Sequence).Take(page.Wanted)];
    }

    private static long? Sequence(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
