namespace Alerting.Functions;

/// <summary>Who is told.</summary>
internal static class BodyFunctions
{
    public static void MapBodies(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapListBodies();
        api.MapShowBody();
        api.MapPutBody();
        api.MapDeleteBody();
        api.MapImportBodies();
        api.MapShowReadiness();
        app.MapMeasureReadiness();
    }
}
