using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>An alert of a round, and what the system says of it at its end.</summary>
/// <param name="Id">Id of the declaration.</param>
/// <param name="Code">What its messages carry.</param>
/// <param name="Told">The numbers that must get one.</param>
/// <param name="IsCutShort">Not all need to get one: those who do not are superseded.</param>
/// <param name="EndsSoon">Its end came while it went out: what was in doubt then may count as failed although it was taken (<c>never-known</c>).</param>
/// <param name="IsWithdrawal">Those who got the one before it must get it, and never before that.</param>
/// <param name="End">What the system says of the text messages.</param>
/// <param name="Mails">What it says of the emails.</param>
internal sealed record SoakAlert(
    string Id,
    string Code,
    IReadOnlySet<string> Told,
    bool IsCutShort,
    bool EndsSoon,
    bool IsWithdrawal,
    ChannelProgress End,
    ChannelProgress Mails)
{
    /// <summary>Everybody must get it.</summary>
    public bool IsWhole => !IsCutShort && !IsWithdrawal;
}
