namespace Alerting.Local.Twilio.Webhooks;

/// <summary>What became of the callbacks. Pending counts all work that is not done yet.</summary>
internal sealed record CallbackTally(long Sent, long Failed, long Lost, int Pending);
