using Alerting.Local.Functions.Envelopes;
using Amqp;

namespace Alerting.Local.Functions.Queues;

/// <summary>Completes after success, abandons after failure; one outcome for all messages of an invocation.</summary>
internal sealed class Settler(string function, ILogger logger)
{
    public async Task SettleAsync(IMessageSource source, IReadOnlyList<ReceivedMessage> messages, InvocationOutcome outcome)
    {
        try
        {
            await source.SettleAsync(messages, outcome is InvocationOutcome.Success ? Settlement.Complete : Settlement.Abandon);
        }
        catch (Exception error) when (error is AmqpException or ObjectDisposedException or InvalidOperationException)
        {
            FunctionsLog.NotSettled(logger, function, error.Message);
        }
    }
}
