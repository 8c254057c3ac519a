namespace Alerting.Functions;

/// <summary>The sending of a declaration to its audience.</summary>
internal static class AlertFunctions
{
    public static void MapAlerts(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapListAlerts();
        api.MapShowAlert();
        api.MapFollowAlert();
        api.MapListUntold();
        app.MapPlanAlert();
        app.MapAuditAlerts();
    }
}
