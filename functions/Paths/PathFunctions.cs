namespace Alerting.Functions;

/// <summary>Whether messages get through when there is no alert.</summary>
internal static class PathFunctions
{
    public static void MapPaths(this WebApplication app)
    {
        app.MapGroup("/api").MapListPaths();
        app.MapProvePaths();
        app.MapTakeInCanary();
    }
}
