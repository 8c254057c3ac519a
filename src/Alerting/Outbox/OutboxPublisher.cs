using System.Text;
using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Telemetry;
using Microsoft.Extensions.Logging;

namespace Alerting.Outbox;

/// <summary>Sends what decisions promised: at once, and what that missed when the timer comes by.</summary>
/// <param name="bus">The broker.</param>
/// <param name="outbox">What is promised.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears of what was left to the sweep.</param>
public sealed partial class OutboxPublisher(IBus bus, IOutbox outbox, TimeProvider time, ILogger<OutboxPublisher> logger)
{
    /// <summary>How long a request keeps its own message, and its caller waiting, before it is the sweep's: 5 seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int SweepLimit = 1000;
    private const int MaxFailures = 3;

    /// <summary>
    /// Sends one message that has just been promised. Never fails: the decision stands, and whatever goes wrong here is mended by
    /// <see cref="SweepAsync"/>. The broker drops what comes twice.
    /// </summary>
    public async Task PublishAsync(OutboxMessage message)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        await TrySendAsync(message, patience.Token);
    }

    /// <summary>Sends what was promised more than <see cref="Patience"/> ago and is still there, oldest first; gives up after three failures.</summary>
    /// <returns>How many messages were sent.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var (sent, failed) = (0, 0);
        var pending = await outbox.PendingAsync(time.GetUtcNow() - Patience, SweepLimit, cancellationToken);
        Instruments.OutboxPending.Record(pending.Count);
        foreach (var message in pending)
        {
            if (await TrySendAsync(message, cancellationToken))
                sent++;
            else if (++failed == MaxFailures)
                break;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return sent;
    }

    private async Task<bool> TrySendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await bus.SendAsync(message.Entity, [Form(message)], cancellationToken);
            await outbox.RemoveAsync(message.MessageId, cancellationToken);
            return true;
        }
        catch (Exception exception)
        {
            LogLeft(exception, message.MessageId, message.Entity);
            return false;
        }
    }

    private static BusMessage Form(OutboxMessage message) => new(message.MessageId, Encoding.UTF8.GetBytes(message.Body))
    {
        Subject = message.Subject,
        ContentType = DeclarationEvent.MediaType,
        TraceParent = message.TraceParent,
    };

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} for {Entity} stays in the outbox until the next sweep.")]
    private partial void LogLeft(Exception exception, string messageId, string entity);
}
