using System.Globalization;
using Alerting.Declarations;
using Alerting.Levels;
using Alerting.Scopes;

namespace Alerting.Functions;

/// <summary>The current levels, and what a board missed.</summary>
internal static class ShowBoardFeed
{
    /// <summary>Most declarations in an answer. Whoever missed more needs the levels, and not the record of years.</summary>
    public const int MostMissed = 100;

    /// <summary>Where it is.</summary>
    public const string Path = "/api/boards/feed";

    public static void MapShowBoardFeed(this IEndpointRouteBuilder api) =>
        api.MapGet("/boards/feed", RunAsync)
            .WithName(nameof(ShowBoardFeed))
            .WithTags("Boards")
            .WithSummary("The current levels, and what was declared after a sequence number. A board asks right after it connects.")
            .WithDescription("since is the last sequence number the board has seen, 0 by default. Of what was declared after it the newest 100 are listed.")
            .TakesQuery("since")
            .Produces<BoardFeed>()
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(HttpRequest request, IDeclarationStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        if (!long.TryParse(asked["since"] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var since))
            return ProblemAnswer.Of(Problem.Invalid("since-form", "since", "Give the last sequence number you have seen: 0 or more."));
        var approved = await store.ListAsync(DeclarationState.Approved, cancellationToken);
        return TypedResults.Ok(Feed(approved, since, time.GetUtcNow()));
    }

    private static BoardFeed Feed(IReadOnlyList<Declaration> approved, long since, DateTimeOffset now)
    {
        // Few annul another; a whole record is not to be searched for each of its declarations.
        var annulments = approved.Where(Succession.Annuls).ToList();
        return new(
            approved.Max(declaration => declaration.Sequence) ?? 0,
            [.. Levels(approved, now)],
            [.. approved.Where(declaration => declaration.Sequence > since).OrderBy(declaration => declaration.Sequence).TakeLast(MostMissed).Select(declaration => BoardNotice.Of(declaration, annulments))]);
    }

    private static IEnumerable<EffectiveLevelDocument> Levels(IReadOnlyList<Declaration> approved, DateTimeOffset now) => approved
        .Where(declaration => declaration.Status == DeclarationStatus.Actual && declaration.EffectiveFrom <= now && !(declaration.Until <= now))
        .Select(declaration => declaration.Scope)
        .Prepend(Scope.Country)
        .Distinct()
        .Select(scope => (Scope: scope, Level: EffectiveLevel.At(now, Standpoint.Of(scope), approved, LevelHistory.Entries)))
        .Where(found => found.Level?.Scope == found.Scope)
        .Select(found => EffectiveLevelDocument.Of(found.Level!, now));
}
