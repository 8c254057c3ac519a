using System.Net.Mime;
using System.Text;
using Alerting.Declarations;
using Alerting.Levels;

namespace Alerting.Functions;

/// <summary>Every level there was, ours and those of the time before.</summary>
internal static class ShowLevelHistory
{
    public static void MapShowLevelHistory(this IEndpointRouteBuilder api) =>
        api.MapGet("/levels/history", RunAsync)
            .WithName(nameof(ShowLevelHistory))
            .WithTags("Levels")
            .WithSummary("Every level there was since 2005, newest start first, as JSON or CSV.")
            .WithDescription("format is json or csv; without it the Accept header decides. Exercises and tests are not in it.")
            .TakesQuery("format")
            .Produces<HistoryDocument>()
            .Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Csv)
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .OpenToAll();

    private static async Task<IResult> RunAsync(HttpRequest request, IDeclarationStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        if (asked["format"] is not (null or "csv" or "json"))
            return ProblemAnswer.Of(Problem.Invalid("format-unknown", "format", "The format is json or csv."));
        var approved = await store.ListAsync(DeclarationState.Approved, cancellationToken);
        var rows = LevelTimeline.Rows(approved, LevelHistory.Entries, time.GetUtcNow()).Select(HistoryRow.Of).ToList();
        return asked["format"] == "csv" || (asked["format"] is null && PrefersCsv(request))
            ? TypedResults.Text(HistoryCsv.Write(rows), "text/csv; header=present", Encoding.UTF8)
            : TypedResults.Ok(new HistoryDocument(rows));
    }

    private static bool PrefersCsv(HttpRequest request) =>
        request.GetTypedHeaders().Accept.MaxBy(type => type.Quality ?? 1)?.MediaType.Equals(MediaTypeNames.Text.Csv, StringComparison.OrdinalIgnoreCase) ?? false;
}
