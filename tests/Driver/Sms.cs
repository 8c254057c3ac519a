namespace Alerting.Testing;

/// <summary>A text message as the telephone shows it.</summary>
public sealed record Sms(long Number, string Sid, string Account, string Direction, string To, string Body, int Segments, string Status, DateTimeOffset At);
