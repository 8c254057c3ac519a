using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>What one declaration came to.</summary>
/// <param name="ApprovedAt">When the approval was sent.</param>
/// <param name="Sms">What the SMS stand-in took.</param>
/// <param name="Mails">What the mail server took; null when nobody has a mailbox.</param>
/// <param name="Pushes">Milliseconds from the approval to each board that was told, in order.</param>
/// <param name="Processes">What each process used for it, until the last report was written down.</param>
internal sealed record FanoutTimes(
    DateTimeOffset ApprovedAt, Tally Sms, MailTally? Mails, IReadOnlyList<double> Pushes, IReadOnlyDictionary<string, ProcessUse> Processes)
{
    public double FirstMs => (Sms.First! - ApprovedAt).Value.TotalMilliseconds;

    public double LastMs => (Sms.Last! - ApprovedAt).Value.TotalMilliseconds;

    /// <summary>The time within which so many of a hundred boards were told.</summary>
    public double PushMs(double percent) => Pushes[Math.Clamp((int)Math.Ceiling(Pushes.Count * percent / 100) - 1, 0, Pushes.Count - 1)];
}
