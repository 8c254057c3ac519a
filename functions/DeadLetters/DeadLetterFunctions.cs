namespace Alerting.Functions;

/// <summary>What got stuck, and what is done about it.</summary>
internal static class DeadLetterFunctions
{
    public static void MapDeadLetters(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapListDeadLetters();
        api.MapReplayDeadLetter();
        api.MapDismissDeadLetter();
        app.MapDrainDeadLetters();
    }
}
