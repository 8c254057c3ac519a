using Alerting.Bus;

namespace Alerting.Functions;

/// <summary>Remembers why a message was refused, for whoever finds it among the dead letters.</summary>
internal sealed class RefusalDesk(IRefusals refusals, TimeProvider time, ILogger<RefusalDesk> log)
{
    /// <summary>Keeps the reasons under the name that the message has among the dead letters.</summary>
    public async Task KeepAsync(TriggerFunction function, ReceivedMessage message, Refused refused, CancellationToken cancellationToken)
    {
        var name = Refusal.NameOf(message.MessageId, message.SequenceNumber);
        log.Refused(function.Name, name, message.DeliveryCount, string.Join(", ", refused.Problems.Select(problem => $"{problem.Rule} ({problem.Field})")));
        await refusals.KeepAsync(new(function.Entity!, name, time.GetUtcNow(), refused.Problems), cancellationToken);
    }
}
