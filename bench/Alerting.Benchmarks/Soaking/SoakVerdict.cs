using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>Holds what the provider took to what had to be told.</summary>
internal static class SoakVerdict
{
    /// <summary>What a round came to.</summary>
    /// <param name="alerts">Its alerts.</param>
    /// <param name="messages">All that the provider took in it.</param>
    /// <param name="mails">How many different emails each of those who must read of it got.</param>
    public static FaultCount Of(IReadOnlyList<SoakAlert> alerts, IReadOnlyList<Sms> messages, IEnumerable<int> mails)
    {
        // What follows an alert may name its code as well.
        var byAlert = messages.ToLookup(message => alerts.LastOrDefault(alert => message.Body.Contains(" " + alert.Code, StringComparison.Ordinal)));
        // Whatever belongs to no alert of this round was told before, or should never have been.
        var all = new FaultCount(0, byAlert[null].Count(), 0, 0);
        foreach (var (at, alert) in alerts.Index())
            all += alert.IsWithdrawal ? OfWithdrawal(alert, [.. byAlert[alert]], [.. byAlert[alerts[at - 1]]]) : Of(alert, [.. byAlert[alert]]);
        return all + OfMails(alerts, mails);
    }

    // An email may come twice when the app was killed: that is its stated bound, and no fault here.
    private static FaultCount OfMails(IReadOnlyList<SoakAlert> alerts, IEnumerable<int> mails)
    {
        var whole = alerts.Count(alert => alert.IsWhole);
        return new(Lost: mails.Sum(got => Math.Max(0, whole - got)), 0, Unended: alerts.Sum(alert => alert.Mails.IsPlanned ? alert.Mails.Open : 0), 0);
    }

    private static FaultCount Of(SoakAlert alert, IReadOnlyList<Sms> messages)
    {
        var told = NumbersOf(messages);
        var always = Always(alert, messages);
        return alert.IsCutShort ? always : always with
        {
            Lost = alert.Told.Except(told).Count(),
            Miscounted = always.Miscounted + Math.Abs(alert.End.Failed + alert.End.Superseded - SoakDirectory.RefusedCount),
        };
    }

    // Who heard only of an alert before the original, and not of the original, may hear of it, too.
    private static FaultCount OfWithdrawal(SoakAlert alert, IReadOnlyList<Sms> messages, IReadOnlyList<Sms> original)
    {
        var always = Always(alert, messages);
        var originalAt = original.GroupBy(message => message.To).ToDictionary(number => number.Key, number => number.Max(message => message.Number));
        var tooSoon = messages.Count(message => originalAt.TryGetValue(message.To, out var at) && at > message.Number);
        return always with { Lost = originalAt.Keys.Except(NumbersOf(messages)).Count(), Miscounted = always.Miscounted + tooSoon };
    }

    private static FaultCount Always(SoakAlert alert, IReadOnlyList<Sms> messages)
    {
        var (end, told) = (alert.End, NumbersOf(messages));
        return new(
            Lost: 0,
            Twice: messages.Count - told.Count,
            Unended: end.IsPlanned ? end.Open : alert.Told.Count,
            Miscounted: told.Except(alert.Told).Count() + Missed(end.Sent, told.Count, alert.EndsSoon ? end.Failed : 0));
    }

    // How far what staff see as sent is from what the provider took, beyond what they see as never to be known.
    private static int Missed(int sent, int taken, int neverKnown) => Math.Max(sent - taken, Math.Max(0, taken - sent - neverKnown));

    private static HashSet<string> NumbersOf(IReadOnlyList<Sms> messages) => [.. messages.Select(message => message.To)];
}
