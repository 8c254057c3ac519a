using Alerting.Declarations;
using Alerting.Directory;
using Alerting.Levels;

namespace Alerting.Functions;

/// <summary>The level that holds for a place, sector or body, now or at another moment.</summary>
internal static class ShowEffectiveLevel
{
    public static void MapShowEffectiveLevel(this IEndpointRouteBuilder api) =>
        api.MapGet("/levels/effective", RunAsync)
            .WithName(nameof(ShowEffectiveLevel))
            .WithTags("Levels")
            .WithSummary("The level that holds for a place, sector or body, where it comes from, and until when.")
            .WithDescription("Give one of place, sector and body; at is an RFC 3339 time with offset, by default now.")
            .TakesQuery("place", "sector", "body", "at")
            .Produces<EffectiveLevelDocument>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .OpenToAll();

    private static async Task<IResult> RunAsync(
        HttpRequest request, IDeclarationStore store, IDirectory directory, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        var read = await EffectiveQuestion.ReadAsync(asked, directory, time.GetUtcNow(), cancellationToken);
        if (read.Value is not { } question)
            return ProblemAnswer.Of(read.Problems);
        var approved = await store.ListAsync(DeclarationState.Approved, cancellationToken);
        return EffectiveLevel.At(question.At, question.Standpoint, approved, LevelHistory.Entries) is { } level
            ? TypedResults.Ok(EffectiveLevelDocument.Of(level, question.At))
            : ProblemAnswer.Of(Problem.NotFound("no-level-yet", "at", "The first level was set in May 2005."));
    }
}
