using Microsoft.Extensions.Logging;

namespace Alerting.Local.Tests.Functions;

/// <summary>Keeps what is logged, and tells when a line has come.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();
    private readonly List<(LogLevel Level, string Text)> lines = [];
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<(LogLevel Level, string Text)> All
    {
        get { lock (gate) return [.. lines]; }
    }

    public async Task<(LogLevel Level, string Text)> WaitForAsync(string part, int times = 1)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                next = more.Task;
                var found = lines.Where(line => line.Text.Contains(part, StringComparison.Ordinal)).ToList();
                if (found.Count >= times)
                    return found[times - 1];
            }
            await next.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (gate)
        {
            lines.Add((logLevel, formatter(state, exception)));
            more.TrySetResult();
            more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}
