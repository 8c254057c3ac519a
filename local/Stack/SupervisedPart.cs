namespace Alerting.Local.Stack;

/// <summary>Keeps one part running until it is told to stop.</summary>
internal sealed class SupervisedPart(Part part, PartLog log, Telling telling, TimeProvider clock) : IAsyncDisposable
{
    private const int DeathsBeforeGivingUp = 3;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task running = Task.CompletedTask;

    public Part Part => part;

    public PartState State { get; private set; } = PartState.Stopped;

    public int? ProcessId { get; private set; }

    public int Restarts { get; private set; }

    public string LogFile => log.File;

    /// <summary>Ends when the part is ready for the first time, or with <see cref="PartFailedException"/> when it never will be.</summary>
    public Task FirstReady => ready.Task;

    public void Start() => running = KeepRunningAsync(stop.Token);

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
        log.Dispose();
    }

    private async Task KeepRunningAsync(CancellationToken ct)
    {
        var deaths = 0;
        while (!ct.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            await LiveAsync(ct);
            if (ct.IsCancellationRequested)
                break;
            deaths = clock.GetElapsedTime(started) > Backoff.Calm ? 1 : deaths + 1;
            if (!FirstReady.IsCompleted && deaths == DeathsBeforeGivingUp)
            {
                ready.TrySetException(new PartFailedException($"the {part.Role} part does not start; what it wrote is in {log.File}"));
                break;
            }
            State = PartState.Restarting;
            await Task.Delay(Backoff.After(deaths), clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Restarts++;
        }
        State = PartState.Stopped;
        ready.TrySetCanceled(CancellationToken.None);
    }

    private async Task LiveAsync(CancellationToken ct)
    {
        using var process = PartProcess.Start(part.Launch, log, clock);
        (State, ProcessId) = (PartState.Starting, process.Id);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var probing = ProbeAsync(life.Token);
        await process.Exited.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await life.CancelAsync();
        await probing;
        if (process.Exited.IsCompleted)
        {
            await process.BuryAsync();
            // A signal to the whole process group ends this part and, a moment later, the stack: nothing to mourn.
            await Task.Delay(Moment, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ct.IsCancellationRequested)
                Mourn(process.ExitCode);
        }
        else
        {
            await process.StopAsync();
        }
        ProcessId = null;
    }

    private async Task ProbeAsync(CancellationToken ct)
    {
        try
        {
            await part.Ready.WaitAsync(clock, ct);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        State = PartState.Ready;
        if (!ready.TrySetResult())
            telling.Say(part.Role, $"is ready again, pid {ProcessId}");
    }

    private void Mourn(int exitCode)
    {
        telling.Say(part.Role, $"{part.Title} ended with code {exitCode} and is started again; it wrote {log.File}");
        foreach (var line in log.TakeLastLines())
            telling.Say(part.Role, "  " + line);
    }
}
