namespace Alerting.Testing;

/// <summary>A call as the telephone had it; what was said in it, sentence group by sentence group.</summary>
public sealed record PhoneCall(string Sid, string To, string Status, IReadOnlyList<string> Spoken);
