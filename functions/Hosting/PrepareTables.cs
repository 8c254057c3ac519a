using Alerting.Adapters.Tables;

namespace Alerting.Functions;

/// <summary>Makes the tables that are not there yet: before the first request if the storage answers, and else as soon as it does.</summary>
internal sealed class PrepareTables(AlertingTables tables, TimeProvider time, ILogger<PrepareTables> log) : BackgroundService
{
    // The host waits 30 s for us to answer; the health page is worth more than the tables.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await TryAsync(cancellationToken))
            await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken) && !await TryAsync(stoppingToken))
            log.TablesStillMissing();
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
