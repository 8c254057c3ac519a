using Alerting.Boards;

namespace Alerting.Functions;

/// <summary>Lets a live board or the console connect for pushes.</summary>
internal static class NegotiateBoard
{
    public static void MapNegotiateBoard(this IEndpointRouteBuilder api) =>
        api.MapPost("/boards/negotiate", RunAsync)
            .WithName(nameof(NegotiateBoard))
            .WithTags("Boards")
            .WithSummary("Where a live board connects for pushes, and where it asks for what it missed.")
            .Produces<BoardInvitation>()
            .RefusesBadJson()
            .RequireAnyRole(Roles.All);

    private static async Task<IResult> RunAsync(Caller caller, JsonBody<BoardQuestion> sent, IBoards boards, CancellationToken cancellationToken)
    {
        // A SignalR client posts nothing when it negotiates; a board of ours says what it has.
        if (sent.Input.Value is null && !sent.IsAbsent)
            return ProblemAnswer.Of(sent.Input.Problems);
        var since = sent.Input.Value?.LastSequence ?? 0;
        if (since < 0)
            return ProblemAnswer.Of(Problem.Invalid("since-form", "lastSequence", "Give the last sequence number you have seen: 0 or more."));
        var connection = await boards.ConnectAsync(caller.Id, cancellationToken);
        return TypedResults.Ok(new BoardInvitation(connection.Url, connection.AccessToken, $"{ShowBoardFeed.Path}?since={since}", BoardNotice.Target));
    }
}
