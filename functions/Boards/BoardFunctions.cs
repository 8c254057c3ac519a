namespace Alerting.Functions;

/// <summary>Live boards.</summary>
internal static class BoardFunctions
{
    public static void MapBoards(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapNegotiateBoard();
        api.MapShowBoardFeed();
        app.MapPushToBoards();
    }
}
