using System.ComponentModel;
using Alerting.Local.Functions.Loading;
using Alerting.Local.Stack;

namespace Alerting.Local.Functions.Handler;

/// <summary>Keeps the handler running by the host's restart rules, on one port for the life of the host.</summary>
internal sealed class HandlerHost : IAsyncDisposable
{
    private readonly FunctionApp app;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private TaskCompletionSource ready = NewSource();
    private HandlerProcess? current;
    private bool restartAsked;
    private ErrorCount errors;
    private Task life = Task.CompletedTask;

    public HandlerHost(FunctionApp app, Settings settings, TimeProvider clock, ILogger logger)
    {
        (this.app, this.clock, this.logger) = (app, clock, logger);
        Port = app.Host.Port ?? FreePorts.Take(1)[0];
        Client = new(Port);
        environment = HandlerEnvironment.Create(settings.Values, app.Root, Port);
    }

    public int Port { get; }

    public HandlerClient Client { get; }

    public HandlerState State { get; private set; } = HandlerState.Starting;

    public int? ProcessId
    {
        get { lock (gate) return current?.Id; }
    }

    /// <summary>Ends when the host gives up, with the reason. Not when it is disposed.</summary>
    public Task<string> GaveUp => gaveUp.Task;

    private readonly TaskCompletionSource<string> gaveUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Start() => life = Task.Run(LiveAsync);

    /// <summary>Invocations wait here while the handler starts: four times its initialization timeout, and then the host stops.</summary>
    public async Task<bool> WaitReadyAsync(CancellationToken cancel)
    {
        try
        {
            await ReadyTask().WaitAsync(4 * app.Host.InitializationTimeout, clock, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            GiveUp("the handler was not ready for invocations in time");
            return false;
        }
    }

    /// <summary>After a function timeout: the process is killed and started again, and this is not counted.</summary>
    public void Restart()
    {
        lock (gate)
        {
            // One of several that timed out together has already asked.
            if (State != HandlerState.Running || current is null)
                return;
            restartAsked = true;
            HoldBack();
            current.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        lock (gate)
            current?.Kill();
        await life;
        Client.Dispose();
        stop.Dispose();
    }

    private async Task LiveAsync()
    {
        var fate = HandlerFate.Restart;
        while (fate == HandlerFate.Restart && !stop.IsCancellationRequested)
            fate = await RunOnceAsync();
        State = fate == HandlerFate.LeaveDead && !stop.IsCancellationRequested ? HandlerState.Dead : HandlerState.Stopped;
        if (State == HandlerState.Dead)
        {
            FunctionsLog.HandlerLeft(logger);
            // The host still counts itself as initialised: invocations go out and are refused.
            ReadySource().TrySetResult();
        }
        else if (fate == HandlerFate.StopHost)
            GiveUp("Exceeded http worker restart retry count");
    }

    private async Task<HandlerFate> RunOnceAsync()
    {
        var command = HandlerCommand.From(app.Host.Handler, app.Root, environment);
        HandlerProcess process;
        try
        {
            process = HandlerProcess.Start(command, environment, logger);
        }
        catch (Win32Exception error)
        {
            FunctionsLog.HandlerNotStarted(logger, command.FileName, error.Message);
            return Count(RestartRules.AfterError(errors, clock.GetUtcNow()));
        }
        using (process)
        {
            lock (gate)
                current = process;
            if (stop.IsCancellationRequested)
                process.Kill();
            var started = await BecomeReadyAsync(process);
            if (!started)
                process.Kill();
            if (await process.Ended != 0)
                lock (gate)
                    HoldBack();
            return AfterExit(await process.Exited, started);
        }
    }

    private async Task<bool> BecomeReadyAsync(HandlerProcess process)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var probe = new ReadinessProbe(Client.PingAsync, clock, app.Host.InitializationTimeout).WaitAsync(over.Token);
        if (await Task.WhenAny(probe, process.Ended) == probe && probe.IsCompletedSuccessfully && !process.Ended.IsCompleted)
        {
            if (await probe)
            {
                State = HandlerState.Running;
                ReadySource().TrySetResult();
            }
            else
                FunctionsLog.HandlerNotReady(logger, app.Host.InitializationTimeout);
            return await probe;
        }
        await over.CancelAsync();
        // The process ended first: its exit code decides.
        return process.Ended.IsCompleted;
    }

    private HandlerFate AfterExit(HandlerExit exit, bool started)
    {
        bool asked;
        lock (gate)
            (current, asked, restartAsked) = (null, restartAsked, false);
        if (stop.IsCancellationRequested)
            return HandlerFate.LeaveDead;
        var (fate, counted) = asked ? (HandlerFate.Restart, errors)
            : started ? RestartRules.AfterExit(exit.Code, errors, clock.GetUtcNow())
            : RestartRules.AfterError(errors, clock.GetUtcNow());
        Count((fate, counted));
        if (fate != HandlerFate.LeaveDead)
            FunctionsLog.HandlerExited(logger, exit.Code, string.Join(" | ", exit.LastErrors));
        return fate;
    }

    private HandlerFate Count((HandlerFate Fate, ErrorCount Errors) decision)
    {
        errors = decision.Errors;
        if (decision.Fate == HandlerFate.Restart)
            lock (gate)
                HoldBack();
        return decision.Fate;
    }

    /// <summary>From here on invocations wait for the next process.</summary>
    private void HoldBack()
    {
        State = HandlerState.Restarting;
        if (ready.Task.IsCompleted)
            ready = NewSource();
    }

    private void GiveUp(string reason) => gaveUp.TrySetResult(reason);

    private Task ReadyTask() => ReadySource().Task;

    private TaskCompletionSource ReadySource()
    {
        lock (gate)
            return ready;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
