namespace Alerting.Functions;

/// <summary>What holds where, and what held.</summary>
internal static class LevelFunctions
{
    public static void MapLevels(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapShowEffectiveLevel();
        api.MapShowLevelHistory();
        api.MapListPlaces();
    }
}
