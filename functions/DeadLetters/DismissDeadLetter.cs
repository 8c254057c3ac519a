using Alerting.DeadLetters;

namespace Alerting.Functions;

/// <summary>An operator says that a dead letter is not wanted any more.</summary>
internal static class DismissDeadLetter
{
    public static void MapDismissDeadLetter(this IEndpointRouteBuilder api) =>
        api.MapPost("/alerts/dead-letters/{id}/dismiss", RunAsync)
            .WithName(nameof(DismissDeadLetter))
            .WithTags("Alerts")
            .WithSummary("Says that a dead letter is not wanted any more, with a reason.")
            .Produces<DeadLetterDocument>()
            .RefusesBadJson()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RequireAnyRole(Roles.Approver);

    private static async Task<IResult> RunAsync(
        string id, Caller caller, JsonBody<DismissalBody> sent, LetterDesk desk, CancellationToken cancellationToken)
    {
        if (sent.Input.Value is not { } body)
            return ProblemAnswer.Of(sent.Input.Problems);
        var decided = await desk.DismissAsync(id, new(caller.Id), body.Reason, cancellationToken);
        return decided.Value is { } letter ? TypedResults.Ok(DeadLetterDocument.Of(letter)) : ProblemAnswer.Of(decided.Problems);
    }
}
