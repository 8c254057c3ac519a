using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Handler;
using Alerting.Local.Functions.Loading;
using Alerting.Local.Functions.Queues;
using Alerting.Local.Functions.Timers;

namespace Alerting.Local.Functions;

/// <summary>Makes the listeners that an app's functions ask for; disabled functions get none.</summary>
internal static class Listeners
{
    public static IEnumerable<TimerListener> Timers(FunctionApp app, IInvoker invoker, RunnerParts parts)
    {
        foreach (var function in app.Functions.Where(f => !f.Disabled))
            if (function.Trigger is TimerTrigger trigger)
                yield return new(function, trigger, invoker, new(parts.StateFolder, function.Name), parts.Clock);
    }

    public static IEnumerable<ServiceBusListener> Queues(FunctionApp app, IInvoker invoker, RunnerParts parts, ILogger logger)
    {
        foreach (var function in app.Functions.Where(f => !f.Disabled))
            if (function.Trigger is ServiceBusTrigger trigger)
                yield return new(function, trigger, Dispatch(function, trigger, app.Host.ServiceBus, Parts(function, trigger)), parts.Clock, logger);

        DispatchParts Parts(Function function, ServiceBusTrigger trigger) => new(
            invoker,
            new(function.Name, logger),
            new(function.Name, app.Host.ServiceBus.MaxAutoLockRenewalDuration, parts.Clock, logger),
            BrokerClient.For(BrokerAddress.Parse(trigger.ConnectionString, out _)!.Host),
            parts.Clock);
    }

    private static IDispatch Dispatch(Function function, ServiceBusTrigger trigger, ServiceBusOptions options, DispatchParts parts) => trigger.Many
        ? new BatchDispatch(function, trigger, BatchSize.Of(options, trigger.MaxMessageBatchSize), parts)
        : new SingleDispatch(function, trigger, options.MaxConcurrentCalls, parts);
}
