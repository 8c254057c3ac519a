using System.Diagnostics;

namespace Alerting.Local.Stack;

/// <summary>One life of a part. Closing its standard input asks it to stop.</summary>
internal sealed class PartProcess : IDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(1);
    private readonly Process process;
    private readonly Launch launch;
    private readonly TimeProvider clock;
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PartProcess(Process process, Launch launch, TimeProvider clock) =>
        (this.process, this.launch, this.clock) = (process, launch, clock);

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    /// <summary>Not <see cref="Process.WaitForExitAsync"/>: that also waits for whoever inherited the output.</summary>
    public Task Exited => exited.Task;

    public static PartProcess Start(Launch launch, PartLog log, TimeProvider clock)
    {
        var process = new Process { StartInfo = Describe(launch), EnableRaisingEvents = true };
        var part = new PartProcess(process, launch, clock);
        process.Exited += (_, _) => part.exited.TrySetResult();
        process.OutputDataReceived += (_, line) => log.Write(line.Data, fromErrors: false);
        process.ErrorDataReceived += (_, line) => log.Write(line.Data, fromErrors: true);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return part;
    }

    public async Task StopAsync()
    {
        process.StandardInput.Close();
        try
        {
            await Exited.WaitAsync(StopPatience, clock);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await Exited;
        }
        await BuryAsync();
    }

    /// <summary>After its end: ends what it left behind, and reads what it wrote last.</summary>
    public async Task BuryAsync()
    {
        if (launch.LeadsItsGroup)
            Native.KillGroup(process.Id);
        using var enough = new CancellationTokenSource(OutputPatience, clock);
        try
        {
            await process.WaitForExitAsync(enough.Token);
        }
        catch (OperationCanceledException)
        {
            // Somebody who left its group still holds the pipe; what was written is read.
        }
    }

    public void Dispose() => process.Dispose();

    private static ProcessStartInfo Describe(Launch launch)
    {
        var start = new ProcessStartInfo(launch.Program, launch.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment[Lifeline.Variable] = "stdin";
        // Nobody edits settings of a running part; watching the folder for that is slow.
        start.Environment["DOTNET_hostBuilder__reloadConfigOnChange"] = "false";
        return start;
    }
}
