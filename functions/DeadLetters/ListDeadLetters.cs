using Alerting.DeadLetters;

namespace Alerting.Functions;

/// <summary>Messages that were given up, why, and what was decided about them.</summary>
internal static class ListDeadLetters
{
    private const int Usual = 200;

    public static void MapListDeadLetters(this IEndpointRouteBuilder api) =>
        api.MapGet("/alerts/dead-letters", RunAsync)
            .WithName(nameof(ListDeadLetters))
            .WithTags("Alerts")
            .WithSummary("Messages that were given up, the newest first, 200 unless told, with the broker's reason and what we found wrong with them.")
            .WithDescription($"state is open, replayed or dismissed. What was given up in the last half minute may not be here yet. {ListPage.HowToGoOn}")
            .TakesQuery("state", ListPage.LimitName, ListPage.AfterName)
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
        var read = ListPage.Read(asked, Usual, KeptLetter.IsId);
        if (read.Value is not { } page)
            return ProblemAnswer.Of(read.Problems);
        var letters = await book.ListAsync(state, page.After, page.Wanted, cancellationToken);
        return TypedResults.Ok(new DeadLetterList([.. letters.Take(page.Limit).Select(DeadLetterDocument.Of)], page.Next(letters, letter => letter.Id)));
    }
}
