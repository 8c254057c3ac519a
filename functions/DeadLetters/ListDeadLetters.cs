using Alerting.DeadLetters;

namespace Alerting.Functions;

/// <summary>Messages that were given up, why, and what was decided about them.</summary>
internal static class ListDeadLetters
{
    private const int Most = 200;

    public static void MapListDeadLetters(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts/dead-letters", RunAsync)
            .WithName(nameof(ListDeadLetters))
            .WithTags("Alerts")
            .WithSummary("Messages that were given up, the newest 200 first, with the broker's reason and what we found wrong with them.")
            .WithDescription("state is open, replayed or dismissed. What was given up in the last half minute may not be here yet.")
            .TakesQuery("state")
            .Produces<DeadLetterList>()
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .RequireAnyRole(Roles.Approver, Roles.Auditor);

    private static async Task<IResult> RunAsync(HttpRequest request, ILetterBook book, CancellationToken cancellationToken)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        var state = Words.Find<LetterState>(asked["state"]);
        if (asked["state"] is not null && state is null)
            return ProblemAnswer.Of(Problem.Invalid("state-unknown", "state", $"The states are {string.Join(", ", Words.All<LetterState>())}."));
        var letters = await book.ListAsync(state, Most, cancellationToken);
        return TypedResults.Ok(new DeadLetterList([.. letters.Select(DeadLetterDocument.Of)]));
    }
}
