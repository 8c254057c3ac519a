namespace Alerting.Local.Twilio.Webhooks;

/// <summary>What a webhook answered; without a status it was not reached, and <see cref="Error"/> is Twilio's code for that.</summary>
internal sealed record WebhookAnswer(int? Status, string Body, int? Error)
{
    public bool IsSuccess => Status is >= 200 and < 300;
}
