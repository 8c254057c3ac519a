namespace Alerting.Testing;

/// <summary>A call as the telephone had it; what was said in it, sentence group by sentence group, and when it was over.</summary>
public sealed record PhoneCall(
    string Sid, string Account, string To, string Status, IReadOnlyList<string> Spoken, IReadOnlyList<string> Languages, DateTimeOffset At, DateTimeOffset? EndedAt);
