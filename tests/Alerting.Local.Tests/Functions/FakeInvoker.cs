using System.Threading.Channels;
using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Handler;
using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Tests.Functions;

/// <summary>Stands for the handler: the test sees each call and ends it when it wants.</summary>
internal sealed class FakeInvoker : IInvoker
{
    private readonly Channel<Call> calls = Channel.CreateUnbounded<Call>();

    /// <summary>The next call, as soon as there is one.</summary>
    public async Task<Call> NextAsync() => await calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public bool HasMore => calls.Reader.TryPeek(out _);

    public Task<InvocationOutcome> InvokeAsync(Function function, Func<Envelope> envelope, CancellationToken stop)
    {
        var call = new Call(envelope());
        calls.Writer.TryWrite(call);
        return call.Outcome.Task.WaitAsync(stop);
    }

    internal sealed record Call(Envelope Envelope)
    {
        public TaskCompletionSource<InvocationOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Succeed() => Outcome.SetResult(new InvocationOutcome.Success(new()));

        public void Fail() => Outcome.SetResult(new InvocationOutcome.Failure(FailureKind.Status, "500"));
    }
}
