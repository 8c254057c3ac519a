using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>One round: a declaration, what follows it, what goes wrong meanwhile, and the counting.</summary>
internal sealed class SoakRound(RunningSystem system, Mailbox mailbox, SoakDirectory directory, SoakPlan plan, Random dice)
{
    // Long enough that the middle of a fan-out can be hit.
    private const int LatencyMs = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly SoakDesk desk = new(system);
    private readonly IReadOnlySet<string> told = directory.Told(plan.Scope);
    private readonly List<(string Id, string Code)> decided = [];

    /// <summary>Ids of the declarations that it approved.</summary>
    public IEnumerable<string> Approved => decided.Select(one => one.Id);

    public async Task<FaultCount> RunAsync(CancellationToken cancellationToken)
    {
        await system.Twilio.ControlAsync(new { LatencyMs }, cancellationToken);
        decided.Add(await desk.DecideAsync(plan.First(TimeProvider.System.GetUtcNow()), cancellationToken));
        if (plan.TurnsFirst)
            await TurnAsync(cancellationToken);
        var trouble = plan.Trouble(dice);
        if (trouble is not null)
            await trouble.StrikeAsync(system, plan.MayStaySmall ? 1 : told.Count, dice, cancellationToken);
        await system.Twilio.ControlAsync(new { }, cancellationToken);
        if (!plan.TurnsFirst)
            await TurnAsync(cancellationToken);
        return await CountAsync(trouble?.LosesMessages ?? false, cancellationToken);
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (plan.Turn == SoakTurn.Nothing)
            return;
        var middle = plan.EndsSoon ? 0 : dice.Next(told.Count * 4 / 5);
        await WaitAsync(tally => tally.Count >= middle, cancellationToken);
        decided.Add(await desk.DecideAsync(plan.Next(decided[0].Id, TimeProvider.System.GetUtcNow()), cancellationToken));
    }

    private async Task<FaultCount> CountAsync(bool losesMessages, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("auditor", cancellationToken);
        var watch = new AlertWatch(system, http, losesMessages);
        var alerts = new List<SoakAlert>();
        foreach (var (id, code) in decided)
        {
            var end = await watch.EndAsync(id, "sms", Patience, cancellationToken);
            var mails = await watch.EndAsync(id, "email", Patience, cancellationToken);
            var isFirst = id == decided[0].Id;
            alerts.Add(new(id, code, told, isFirst && plan.IsCutShort, isFirst && plan.EndsSoon, !isFirst && plan.Turn == SoakTurn.Withdraw, end, mails));
        }

        await WaitAsync(tally => tally.PendingCallbacks == 0, cancellationToken);
        var read = await mailbox.ReadersAsync(cancellationToken);
        var mailsOfEach = directory.Readers.Select(reader => read.GetValueOrDefault(reader));
        return SoakVerdict.Of(alerts, await system.Twilio.MessagesAsync(cancellationToken), mailsOfEach);
    }

    private Task<Tally> WaitAsync(Func<Tally, bool> until, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => system.Twilio.TallyAsync(cancellationToken), until, Patience, cancellationToken);
}
