using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Handler;

namespace Alerting.Local.Functions.Queues;

/// <summary>What both kinds of dispatch need.</summary>
internal sealed record DispatchParts(IInvoker Invoker, Settler Settler, LockRenewal Renewal, BrokerClient Client, TimeProvider Clock);
