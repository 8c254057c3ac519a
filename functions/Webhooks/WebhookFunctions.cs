namespace Alerting.Functions;

/// <summary>What providers call.</summary>
internal static class WebhookFunctions
{
    public static void MapWebhooks(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        api.MapReceiveTwilioStatus();
        api.MapReceiveTwilioReply();
        api.MapReceiveTwilioCall();
        api.MapReceiveTwilioKey();
    }
}
