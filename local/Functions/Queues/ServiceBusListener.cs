using System.Net.Sockets;
using Alerting.Local.Functions.Loading;
using Amqp;

namespace Alerting.Local.Functions.Queues;

/// <summary>Listens to one entity for one function, and comes back with growing pauses when the broker is lost.</summary>
internal sealed class ServiceBusListener(Function function, ServiceBusTrigger trigger, IDispatch dispatch, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken stop)
    {
        var address = BrokerAddress.Parse(trigger.ConnectionString, out _)
            ?? throw new InvalidOperationException("the connection string was checked when the app was loaded");
        var pause = FirstPause;
        while (!stop.IsCancellationRequested)
        {
            string reason;
            try
            {
                await using var receiver = await Receiver.OpenAsync(address, trigger.Entity, clock, stop);
                FunctionsLog.BrokerFound(logger, function.Name, trigger.Entity);
                pause = FirstPause;
                await dispatch.RunAsync(receiver, stop);
                reason = await receiver.Closed.WaitAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is AmqpException or SocketException or IOException or TimeoutException)
            {
                reason = error.Message;
            }
            if (stop.IsCancellationRequested)
                return;
            FunctionsLog.BrokerLost(logger, function.Name, trigger.Entity, pause, reason);
            await Task.Delay(pause, clock, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            pause = Longer(pause);
        }
    }

    internal static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
