using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Handler;

/// <summary>Calls functions by envelope: waits until the handler is ready, limits the time, and tells the log how it went.</summary>
internal sealed class Invoker(HandlerHost handler, TimeSpan? functionTimeout, TimeProvider clock, ILogger logger) : IInvoker
{
    public async Task<InvocationOutcome> InvokeAsync(Function function, Func<Envelope> envelope, CancellationToken stop)
    {
        // New for each delivery, as is the id in the header.
        var invocation = Guid.NewGuid();
        var outcome = await CallAsync(function.Name, invocation, envelope, stop);
        if (outcome is InvocationOutcome.Failure failure)
            FunctionsLog.InvocationFailed(logger, function.Name, invocation, failure.Kind, failure.Reason);
        else if (outcome is InvocationOutcome.Success success)
            foreach (var line in success.Answer.Logs ?? [])
                FunctionsLog.FunctionLine(logger, function.Name, line ?? "[null]");
        return outcome;
    }

    private async Task<InvocationOutcome> CallAsync(string function, Guid invocation, Func<Envelope> envelope, CancellationToken stop)
    {
        Envelope body;
        try
        {
            body = envelope();
        }
        catch (BindingException error)
        {
            return new InvocationOutcome.Failure(FailureKind.Binding, error.Message);
        }
        if (!await handler.WaitReadyAsync(stop))
            return new InvocationOutcome.Failure(FailureKind.Transport, "the handler is not ready");
        using var limit = new CancellationTokenSource(functionTimeout ?? Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await handler.Client.InvokeAsync(function, invocation, body, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            // As in Azure, every other invocation on this handler dies with it.
            handler.Restart();
            return new InvocationOutcome.Failure(FailureKind.Timeout, "the function ran longer than functionTimeout; the handler is killed and started again");
        }
    }
}
