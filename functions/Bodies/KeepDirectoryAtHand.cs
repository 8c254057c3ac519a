using Alerting.Directory;

namespace Alerting.Functions;

/// <summary>Keeps the directory in memory on every instance, so that the first message of an alert does not wait for it to be read. While nothing changes it costs one small read.</summary>
internal sealed partial class KeepDirectoryAtHand(IDirectory directory, TimeProvider time, ILogger<KeepDirectoryAtHand> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
            await ReadAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await directory.ReadAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever needs it reads it himself, and says so if he cannot.
            LogNotRead(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The directory could not be read ahead; it is read again in a moment.")]
    private partial void LogNotRead(Exception failure);
}
