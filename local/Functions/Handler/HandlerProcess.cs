using System.Diagnostics;

namespace Alerting.Local.Functions.Handler;

/// <summary>One run of the handler's program. It is only ever killed, without a warning.</summary>
internal sealed class HandlerProcess : IDisposable
{
    private const int ErrorLinesKept = 3;

    private readonly Process process;
    private readonly Queue<string> lastErrors = new();

    private HandlerProcess(Process process, ILogger logger)
    {
        this.process = process;
        Id = process.Id;
        var output = ForwardAsync(process.StandardOutput, line => FunctionsLog.HandlerLine(logger, LogLevel.Information, line));
        var errors = ForwardAsync(process.StandardError, line => Remember(line, logger));
        Ended = EndAsync();
        Exited = WaitAsync(output, errors);
    }

    public int Id { get; }

    /// <summary>The exit code, at once.</summary>
    public Task<int> Ended { get; }

    /// <summary>The exit code and the last lines, which may take a moment longer.</summary>
    public Task<HandlerExit> Exited { get; }

    public static HandlerProcess Start(HandlerCommand command, IReadOnlyDictionary<string, string> environment, ILogger logger)
    {
        var info = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false
        };
        info.Environment.Clear();
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        MakeExecutable(command.FileName);
        return new(Process.Start(info)!, logger);
    }

    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose() => process.Dispose();

    /// <summary>Which level a line of standard error gets.</summary>
    internal static LogLevel LevelOf(string line) =>
        line.Contains("warn", StringComparison.OrdinalIgnoreCase) ? LogLevel.Warning : LogLevel.Error;

    private async Task<int> EndAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private async Task<HandlerExit> WaitAsync(Task output, Task errors)
    {
        var code = await Ended;
        // A child of the handler may keep the pipes open; its last lines are not waited for long.
        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System));
        lock (lastErrors)
            return new(code, [.. lastErrors]);
    }

    private void Remember(string line, ILogger logger)
    {
        var level = LevelOf(line);
        FunctionsLog.HandlerLine(logger, level, line);
        if (level != LogLevel.Error)
            return;
        lock (lastErrors)
        {
            lastErrors.Enqueue(line);
            if (lastErrors.Count > ErrorLinesKept)
                lastErrors.Dequeue();
        }
    }

    private static async Task ForwardAsync(StreamReader reader, Action<string> write)
    {
        while (await reader.ReadLineAsync() is { } line)
            write(line);
    }

    /// <summary>The host does the same on Linux; archives lose this right.</summary>
    private static void MakeExecutable(string file)
    {
        if (OperatingSystem.IsWindows() || !Path.IsPathRooted(file))
            return;
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var mode = File.GetUnixFileMode(file);
        if ((mode & execute) != execute)
            File.SetUnixFileMode(file, mode | execute);
    }
}
