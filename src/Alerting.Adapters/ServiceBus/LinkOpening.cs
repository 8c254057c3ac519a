using Amqp;
using Amqp.Framing;

namespace Alerting.Adapters.ServiceBus;

/// <summary>Waits until the broker has accepted a link.</summary>
internal static class LinkOpening
{
    /// <exception cref="AmqpException">The broker refused the link.</exception>
    public static async Task<(T Link, Attach Answer)> OpenAsync<T>(Func<OnAttached, T> create, CancellationToken cancellationToken)
        where T : Link
    {
        var opened = new TaskCompletionSource<Attach>(TaskCreationOptions.RunContinuationsAsynchronously);
        var link = create((_, answer) =>
        {
            // A refusal is an attach without the far end, and then a detach with the reason.
            if ((answer.Role ? answer.Target : answer.Source) is not null)
                opened.TrySetResult(answer);
        });
        link.AddClosedCallback((_, reason) => opened.TrySetException(BusFailure.Of(reason)));
        try
        {
            return (link, await opened.Task.WaitAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            _ = link.CloseAsync();
            throw;
        }
    }
}
