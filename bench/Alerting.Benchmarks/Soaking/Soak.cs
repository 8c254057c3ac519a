using System.Globalization;
using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>Is anybody lost or told twice, or does memory grow, when all sorts of things happen for a long time?</summary>
internal sealed class Soak(RunningSystem system, Mailbox mailbox, SoakOptions options)
{
    private const int SeedSpread = -1_640_531_535;
    private readonly SoakDirectory directory = new(options.Recipients);
    private readonly List<string> approved = [];
    private readonly List<MemoryPoint> memory = [];
    private readonly long start = TimeProvider.System.GetTimestamp();
    private FaultCount all = FaultCount.None;
    private int repeated;

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(start);

    public async Task<SoakResult> RunAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        await new StaffDesk(system).ImportAsync([directory.File()], cancellationToken);
        var rounds = 0;
        for (; Elapsed < TimeSpan.FromMinutes(options.Minutes); rounds++)
        {
            var counted = await RoundAsync(options.Seed + rounds, rounds + 1, writer, cancellationToken);
            await MeasureAsync(cancellationToken);
            all += await LateAsync(counted, cancellationToken);
        }

        all += await LedgerAsync(cancellationToken);
        return new(options, rounds, approved.Count, all, repeated, MemoryTrend.Of(memory, point => point.Alive), MemoryTrend.Of(memory, point => point.Resident));
    }

    // Returns how many messages the provider had when it was counted.
    private async Task<int> RoundAsync(int seed, int number, TextWriter writer, CancellationToken cancellationToken)
    {
        // Seeds that follow each other throw alike; these do not.
        var dice = new Random(unchecked(seed * SeedSpread));
        var plan = SoakPlan.Draw(dice);
        var begun = Elapsed;
        await system.Twilio.ClearAsync(cancellationToken);
        await mailbox.ClearAsync(cancellationToken);
        var round = new SoakRound(system, mailbox, directory, plan, dice);
        var count = await round.RunAsync(cancellationToken);
        approved.AddRange(round.Approved);
        all += count;
        var mails = await mailbox.TallyAsync(cancellationToken);
        repeated += mails.Copies;
        var rest = memory.Count > 0 ? memory[^1] : new(0, 0, 0, 0);
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"round {number}, seed {seed}: {plan}: {count.Lost} lost, {count.Twice} twice, {count.Unended} without an end, {count.Miscounted} miscounted, {mails.Mails} emails ({mails.Copies} repeated); {(Elapsed - begun).TotalSeconds:F0} s; {rest.Alive:F1} MB alive and {rest.Resident:F0} MB resident before"));
        return (await system.Twilio.TallyAsync(cancellationToken)).Count;
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var pid = await system.FunctionAppAsync(cancellationToken);
        var (alive, resident) = await HeapCollection.MeasureAsync(pid, cancellationToken);
        memory.Add(new(pid, Elapsed.TotalHours, alive, resident));
    }

    // What comes after everything had its end is one too many.
    private async Task<FaultCount> LateAsync(int counted, CancellationToken cancellationToken)
    {
        await system.RunTimerAsync("AuditAlerts", cancellationToken);
        return new(0, (await system.Twilio.TallyAsync(cancellationToken)).Count - counted, 0, 0);
    }

    // Every decision is in the record, once, and the numbers have no gap.
    private async Task<FaultCount> LedgerAsync(CancellationToken cancellationToken)
    {
        var recorded = await new SoakDesk(system).ApprovedAsync(cancellationToken);
        var strangers = recorded.Select(one => one.Id).Except(approved).Count() + approved.Except(recorded.Select(one => one.Id)).Count();
        var gaps = recorded.Select(one => one.Sequence).Order().Zip(Enumerable.Range(1, recorded.Count)).Count(pair => pair.First != pair.Second);
        return new(0, 0, 0, strangers + gaps);
    }
}
