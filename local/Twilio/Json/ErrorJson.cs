namespace Alerting.Local.Twilio.Json;

/// <summary>The body of every error.</summary>
internal sealed record ErrorJson(int Code, string Message, string MoreInfo, int Status);
