using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>How long does a declaration to N people take, and how near does that come to a bare loop?</summary>
internal sealed class Fanout(RunningSystem system, FanoutOptions options, Mailbox? mailbox = null, BoardCrowd? boards = null)
{
    private const int WarmUp = 500;
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);
    private readonly StaffDesk desk = new(system);

    public async Task<FanoutResult> RunAsync(CancellationToken cancellationToken)
    {
        // The bare loop comes second and finds the stand-in warm; this gives the app the same.
        if (!options.Cold)
            await TellAsync(Math.Min(WarmUp, options.Recipients), cancellationToken);
        var told = await TellAsync(options.Recipients, cancellationToken);
        return new(options, told, await RawAsync(cancellationToken));
    }

    /// <summary>Posts what the stand-in took last once more, in a bare loop; messages per second.</summary>
    public async Task<double> RawAsync(CancellationToken cancellationToken)
    {
        var forms = BenchMessages.Forms(await system.Twilio.MessagesAsync(cancellationToken), system);
        await system.Twilio.ClearAsync(cancellationToken);
        var perSecond = await RawLoop.RunAsync(system.Twilio.MessagesUrl, system.Twilio.Authorization, forms, options.Concurrency);
        await WaitAsync(tally => tally.PendingCallbacks == 0, cancellationToken);
        return perSecond;
    }

    /// <summary>Tells so many people; what became of it, and when.</summary>
    /// <param name="recipients">At least as many as were told before: the directory only grows.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<FanoutTimes> TellAsync(int recipients, CancellationToken cancellationToken)
    {
        await desk.ImportAsync(TelephoneDirectory.Files(recipients, options.Email), cancellationToken);
        await system.Twilio.ClearAsync(cancellationToken);
        if (mailbox is not null)
            await mailbox.ClearAsync(cancellationToken);
        boards?.Forget();
        var id = await desk.ProposeAsync(cancellationToken);
        // As whoever approves does; the directory that was imported a moment ago is then at hand, as it is in life.
        await desk.PreviewAsync(id, cancellationToken);
        var before = await UseAsync(cancellationToken);
        var (approvedAt, start) = (TimeProvider.System.GetUtcNow(), TimeProvider.System.GetTimestamp());
        await desk.ApproveAsync(id, cancellationToken);
        var pushes = boards is null ? [] : await boards.HeardAsync(start, cancellationToken);
        await WaitAsync(tally => tally.Count >= recipients, cancellationToken);
        var mails = await MailsAsync(recipients, cancellationToken);
        // What still comes back must not slow what follows.
        var accepted = await WaitAsync(tally => tally.PendingCallbacks == 0, cancellationToken);
        await Waiting.UntilAsync(() => desk.DeliveredAsync(id, cancellationToken), delivered => delivered >= recipients, LongestRun, cancellationToken);
        var processes = (await UseAsync(cancellationToken)).ToDictionary(part => part.Key, part => part.Value.Since(before[part.Key]));
        return new(approvedAt, accepted, mails, pushes, processes);
    }

    private async Task<MailTally?> MailsAsync(int recipients, CancellationToken cancellationToken) => mailbox is null
        ? null
        : await Waiting.UntilAsync(() => mailbox.TallyAsync(cancellationToken), tally => tally.Mails >= recipients, LongestRun, cancellationToken);

    private async Task<IReadOnlyDictionary<string, ProcessUse>> UseAsync(CancellationToken cancellationToken)
    {
        var pids = system.Addresses.Parts.ToDictionary(part => part.Role == "functions" ? "functions runner" : part.Role, part => part.Pid!.Value);
        pids["function app"] = await system.FunctionAppAsync(cancellationToken);
        if (mailbox is not null)
            pids["mailbox"] = mailbox.ProcessId;
        return pids.ToDictionary(part => part.Key, part => ProcessUse.Of(part.Value));
    }

    // The stand-in keeps the times; asking seldom costs the run nothing.
    private Task<Tally> WaitAsync(Func<Tally, bool> until, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => system.Twilio.TallyAsync(cancellationToken), until, LongestRun, cancellationToken);
}
