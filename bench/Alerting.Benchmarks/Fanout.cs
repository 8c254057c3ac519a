using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>How long does a declaration to N telephones take, and how near does that come to a bare loop?</summary>
internal sealed class Fanout(RunningSystem system, FanoutOptions options)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    public async Task<FanoutResult> RunAsync(CancellationToken cancellationToken)
    {
        var desk = new StaffDesk(system);
        await desk.ImportAsync(options.Recipients, cancellationToken);
        await system.Twilio.ClearAsync(cancellationToken);
        var id = await desk.ProposeAsync(cancellationToken);
        var approvedAt = DateTimeOffset.UtcNow;
        await desk.ApproveAsync(id, cancellationToken);
        var accepted = await WaitAsync(tally => tally.Count >= options.Recipients, cancellationToken);
        var processes = await UseAsync(cancellationToken);
        // What still comes back must not slow the bare loop.
        await WaitAsync(tally => tally.PendingCallbacks == 0, cancellationToken);
        var forms = BenchMessages.Forms(await system.Twilio.MessagesAsync(cancellationToken), system);
        await system.Twilio.ClearAsync(cancellationToken);
        var raw = await RawLoop.RunAsync(system.Twilio.MessagesUrl, system.Twilio.Authorization, forms, options.Concurrency);
        return new(options.Recipients, (accepted.First! - approvedAt).Value.TotalMilliseconds, (accepted.Last! - approvedAt).Value.TotalMilliseconds, raw, processes);
    }

    private async Task<IReadOnlyDictionary<string, ProcessUse>> UseAsync(CancellationToken cancellationToken)
    {
        var pids = system.Addresses.Parts.ToDictionary(part => part.Role == "functions" ? "functions runner" : part.Role, part => part.Pid!.Value);
        pids["function app"] = await system.FunctionAppAsync(cancellationToken);
        return pids.ToDictionary(part => part.Key, part => ProcessUse.Of(part.Value));
    }

    // The stand-in keeps the times; asking seldom costs the run nothing.
    private Task<Tally> WaitAsync(Func<Tally, bool> until, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => system.Twilio.TallyAsync(cancellationToken), until, LongestRun, cancellationToken);
}
