namespace Alerting.Functions;

/// <summary>The system itself.</summary>
internal static class UpkeepFunctions
{
    public static void MapUpkeep(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapShowHealth();
        api.MapShowOpenApi();
        api.MapShowDocs();
        app.MapSweepOutbox();
    }
}
