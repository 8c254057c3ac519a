namespace Alerting.Local.Stack;

/// <summary>Starts the parts in their order, keeps them running, stops them in the opposite order.</summary>
internal sealed class Supervisor : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly TimeProvider clock;

    public Supervisor(IEnumerable<Part> parts, Plan plan, Telling telling, TimeProvider clock)
    {
        this.clock = clock;
        Parts = [.. from part in parts
                    let log = new PartLog(part.Role, plan.InData("logs"), telling, plan.Options.Verbose)
                    select new SupervisedPart(part, log, telling, clock)];
    }

    public IReadOnlyList<SupervisedPart> Parts { get; }

    /// <summary>Returns when every part is ready.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        foreach (var wave in Parts.GroupBy(part => part.Part.Last).OrderBy(wave => wave.Key))
        {
            SupervisedPart[] members = [.. wave];
            foreach (var part in members)
                part.Start();
            await FirstReadyAsync(members, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var wave in Parts.GroupBy(part => part.Part.Last).OrderByDescending(wave => wave.Key))
            await Task.WhenAll(wave.Select(part => part.DisposeAsync().AsTask()));
    }

    private async Task FirstReadyAsync(SupervisedPart[] members, CancellationToken ct)
    {
        var waiting = members.Select(part => part.FirstReady).ToList();
        try
        {
            // One that fails ends the wait for the others.
            while (waiting.Count > 0)
            {
                var first = await Task.WhenAny(waiting).WaitAsync(Patience, clock, ct);
                await first;
                waiting.Remove(first);
            }
        }
        catch (TimeoutException)
        {
            var late = members.Where(part => !part.FirstReady.IsCompleted).Select(part => $"{part.Part.Role} ({part.LogFile})");
            throw new PartFailedException($"not ready after {Patience.TotalSeconds} s: {string.Join(", ", late)}");
        }
    }
}
