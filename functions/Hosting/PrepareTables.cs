using Alerting.Adapters.Tables;

namespace Alerting.Functions;

/// <summary>Makes the tables that are not there yet: while the program starts, and before it says that it is up, if the storage answers; else as soon as it does.</summary>
internal sealed class PrepareTables(AlertingTables tables, TimeProvider time, ILogger<PrepareTables> log) : BackgroundService
{
    // The host waits 30 s for us to answer; the health page is worth more than the tables.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the tables are there, or the storage has not answered in time.</summary>
    public Task Tried => tried.Task;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isDone = await TryAsync(stoppingToken);
        tried.SetResult();
        using var timer = new PeriodicTimer(Pause, time);
        while (!isDone && await timer.WaitForNextTickAsync(stoppingToken))
        {
            isDone = await TryAsync(stoppingToken);
            if (!isDone)
                log.TablesStillMissing();
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tables.EnsureTablesAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return true;
        }
        // Whatever the storage's client throws, the answer is the same: try again.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.TablesMissing(failure);
            return false;
        }
    }
}
