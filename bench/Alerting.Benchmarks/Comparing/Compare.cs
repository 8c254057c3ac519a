using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>How much faster than what a team would otherwise write? Both in turn, in one run, against the same provider.</summary>
internal sealed class Compare(RunningSystem system, Peer peer, CompareOptions options, Mailbox? mailbox)
{
    private const int WarmUp = 500;
    private static readonly TimeSpan LongestLap = TimeSpan.FromMinutes(20);
    private readonly Ours ours = new(system, options.Email);

    public async Task<CompareResult> RunAsync(CancellationToken cancellationToken)
    {
        var few = Math.Min(WarmUp, options.Recipients);
        await LapAsync(ours, few, cancellationToken);
        var messages = await system.Twilio.MessagesAsync(cancellationToken);
        peer.Text = messages[0].Body;
        await LapAsync(peer, few, cancellationToken);

        List<Lap> oursLaps = [], peerLaps = [];
        for (var round = 0; round < options.Rounds; round++)
        {
            oursLaps.Add(await LapAsync(ours, options.Recipients, cancellationToken));
            peerLaps.Add(await LapAsync(peer, options.Recipients, cancellationToken));
        }

        var forms = BenchMessages.Forms(await system.Twilio.MessagesAsync(cancellationToken), system);
        await system.Twilio.ClearAsync(cancellationToken);
        var raw = await RawLoop.RunAsync(system.Twilio.MessagesUrl, system.Twilio.Authorization, forms, CompareOptions.Concurrency);
        return new(
            options.Recipients,
            Score.Of(options.Recipients, Lap.MedianOf(oursLaps), await MemoryAsync(ours, cancellationToken)),
            Score.Of(options.Recipients, Lap.MedianOf(peerLaps), await MemoryAsync(peer, cancellationToken)),
            raw);
    }

    private async Task<Lap> LapAsync(IContender contender, int recipients, CancellationToken cancellationToken)
    {
        await contender.ImportAsync(recipients, cancellationToken);
        await system.Twilio.ClearAsync(cancellationToken);
        if (mailbox is not null)
            await mailbox.ClearAsync(cancellationToken);
        var pids = await PidsAsync(cancellationToken);
        var before = pids.ToDictionary(program => program.Key, program => ProcessUse.Of(program.Value).CpuSeconds);
        var askedAt = await contender.StartAsync(cancellationToken);
        var taken = await WaitAsync(tally => tally.Count >= recipients, cancellationToken);
        var mails = await MailsAsync(recipients, cancellationToken);
        var quiet = await WaitAsync(tally => tally.PendingCallbacks == 0, cancellationToken);
        await SettledAsync(contender, recipients, cancellationToken);
        if (quiet.Count != recipients || quiet.Recipients != recipients)
            throw new InvalidOperationException($"{recipients} were to be told; the provider took {quiet.Count} messages for {quiet.Recipients} numbers.");
        if (mails is not null && (mails.Mails != recipients || mails.Readers != recipients))
            throw new InvalidOperationException($"{recipients} were to be told; the mail server took {mails.Mails} emails for {mails.Readers} readers.");
        var cpu = pids.ToDictionary(program => program.Key, program => ProcessUse.Of(program.Value).CpuSeconds - before[program.Key]);
        return new((taken.First! - askedAt).Value.TotalMilliseconds, (taken.Last! - askedAt).Value.TotalMilliseconds, mails?.LastMsAfter(askedAt), cpu);
    }

    // Both have to take in every callback, and what is left of that must not slow the other.
    private static Task<int> SettledAsync(IContender contender, int recipients, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => contender.DeliveredAsync(cancellationToken), delivered => delivered == recipients, LongestLap, cancellationToken);

    private async Task<Dictionary<string, int>> PidsAsync(CancellationToken cancellationToken)
    {
        var pids = system.Addresses.Parts.ToDictionary(part => part.Role == "functions" ? "functions runner" : part.Role, part => part.Pid!.Value);
        foreach (var (name, pid) in (await ours.ProgramsAsync(cancellationToken)).Concat(peer.Pids))
            pids[name] = pid;
        return pids;
    }

    private async Task<MailTally?> MailsAsync(int recipients, CancellationToken cancellationToken) => mailbox is null
        ? null
        : await Waiting.UntilAsync(() => mailbox.TallyAsync(cancellationToken), tally => tally.Mails >= recipients, LongestLap, cancellationToken);

    private static async Task<double> MemoryAsync(IContender contender, CancellationToken cancellationToken) =>
        (await contender.ProgramsAsync(cancellationToken)).Values.Sum(pid => ProcessUse.Of(pid).PeakMemoryMb);

    private Task<Tally> WaitAsync(Func<Tally, bool> until, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => system.Twilio.TallyAsync(cancellationToken), until, LongestLap, cancellationToken);
}
