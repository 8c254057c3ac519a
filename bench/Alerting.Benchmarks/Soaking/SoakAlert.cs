using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>An alert of a round, and what the system says of it at its end.</summary>
/// <param name="Id">Id of the declaration.</param>
/// <param name="Code">What its messages carry.</param>
/// <param name="Told">The numbers that must get one.</param>
/// <param name="IsCutShort">Not all need to get one: those who do not are superseded.</param>
/// <param name="EndsSoon">Its end came while it went out: what was in doubt then may count as failed although it was taken (<c>never-known</c>).</param>
/// <param name="IsWithdrawal">Those who got the one before it must get it, and never before that.</param>
/// <param name="End">What the system says.</param>
internal sealed record SoakAlert(string Id, string Code, IReadOnlySet<string> Told, bool IsCutShort, bool EndsSoon, bool IsWithdrawal, SmsProgress End);
