using Alerting.Local.Functions.Envelopes;
using Amqp;

namespace Alerting.Local.Functions.Queues;

/// <summary>Keeps a message locked while its invocation runs, up to <c>maxAutoLockRenewalDuration</c>.</summary>
internal sealed class LockRenewal(string function, TimeSpan limit, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan MaxMargin = TimeSpan.FromSeconds(10);

    public async Task RunAsync(IMessageSource source, ReceivedMessage message, CancellationToken done)
    {
        var end = clock.GetUtcNow() + limit;
        var lockedUntil = message.LockedUntil;
        try
        {
            while (true)
            {
                var pause = PauseBefore(lockedUntil, clock.GetUtcNow());
                if (clock.GetUtcNow() + pause >= end)
                    return;
                await Task.Delay(pause, clock, done);
                lockedUntil = await source.RenewAsync(message);
            }
        }
        catch (OperationCanceledException)
        {
            // The invocation is over.
        }
        catch (AmqpException error)
        {
            FunctionsLog.NotRenewed(logger, function, error.Message);
        }
    }

    /// <summary>Half the time that is left, or all but ten seconds of it if that is later.</summary>
    internal static TimeSpan PauseBefore(DateTimeOffset lockedUntil, DateTimeOffset now)
    {
        var left = lockedUntil - now;
        if (left <= TimeSpan.Zero)
            return TimeSpan.Zero;
        var margin = left / 2 < MaxMargin ? left / 2 : MaxMargin;
        return left - margin;
    }
}
