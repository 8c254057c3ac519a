using Alerting.DeadLetters;

namespace Alerting.Functions;

/// <summary>An operator sends a dead letter again.</summary>
internal static class ReplayDeadLetter
{
    public static void MapReplayDeadLetter(this IEndpointRouteBuilder api) =>
        api.MapPost("/alerts/dead-letters/{id}/replay", RunAsync)
            .WithName(nameof(ReplayDeadLetter))
            .WithTags("Alerts")
            .WithSummary("Sends a dead letter again to where it got stuck, once.")
            .WithDescription("A subscription is reached by its topic, and the topic's other subscriptions with it. What is given up once more becomes a dead letter of its own, whose replayOf names this one. sentAt stays null while the broker cannot be reached; then it is sent within half a minute of its return.")
            .Produces<DeadLetterDocument>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .RequireAnyRole(Roles.Approver);

    private static async Task<IResult> RunAsync(string id, Caller caller, LetterDesk desk, CancellationToken cancellationToken)
    {
        var decided = await desk.ReplayAsync(id, new(caller.Id), cancellationToken);
        return decided.Value is { } letter ? TypedResults.Ok(DeadLetterDocument.Of(letter)) : ProblemAnswer.Of(decided.Problems);
    }
}
