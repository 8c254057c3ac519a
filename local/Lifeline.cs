using System.Runtime.InteropServices;

namespace Alerting.Local;

/// <summary>
/// Ends when this process is asked to stop: by a signal, or, for a part of the stack, because standard input was closed.
/// The supervisor holds the other end of that pipe, so its parts end with it, however it ended.
/// </summary>
internal sealed class Lifeline : IDisposable
{
    public const string Variable = "ALERTING_LIFELINE";
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource ended = new();
    private readonly List<PosixSignalRegistration> signals = [];

    private Lifeline()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT })
            signals.Add(PosixSignalRegistration.Create(signal, context => { context.Cancel = true; ended.Cancel(); }));
    }

    public CancellationToken Ended => ended.Token;

    public static Lifeline Hold()
    {
        var lifeline = new Lifeline();
        if (Environment.GetEnvironmentVariable(Variable) is null)
            return lifeline;
        // What this process starts holds lifelines of its own.
        Environment.SetEnvironmentVariable(Variable, null);
        Native.LeaveTheTerminal();
        new Thread(lifeline.WaitForTheEnd) { IsBackground = true, Name = "lifeline" }.Start();
        return lifeline;
    }

    public void Dispose()
    {
        signals.ForEach(signal => signal.Dispose());
        ended.Dispose();
    }

    private void WaitForTheEnd()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> ignored = stackalloc byte[64];
        while (input.Read(ignored) > 0)
        {
        }
        try
        {
            ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        using var never = new ManualResetEventSlim();
        never.Wait(Grace);
        Environment.Exit(1);
    }
}
