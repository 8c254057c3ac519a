namespace Alerting.Functions;

/// <summary>Batches out, reports and answers in.</summary>
internal static class DeliveryFunctions
{
    public static void MapDelivery(this WebApplication app)
    {
        app.MapDeliverSms();
        app.MapDeliverEmail();
        app.MapDeliverVoice();
        app.MapPlanCalls();
        app.MapRecordReceipts();
        app.MapAskForReports();
        app.MapTakeInReplies();
    }
}
