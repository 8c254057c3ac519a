using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Handler;

/// <summary>Calls a function once.</summary>
internal interface IInvoker
{
    Task<InvocationOutcome> InvokeAsync(Function function, Func<Envelope> envelope, CancellationToken stop);
}
