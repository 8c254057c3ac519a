using System.Collections.Concurrent;
using System.Threading.Channels;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Directory;

namespace Alerting.Tests.Delivery;

/// <summary>A provider that answers one message when it is told to.</summary>
internal sealed class SteppedProvider : ISmsProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Channel<TaskCompletionSource> waiting = System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly ConcurrentQueue<BatchId> answered = new();

    public string Name => "stepped";

    public int Weight => 1;

    public IReadOnlyCollection<BatchId> Answered => answered;

    /// <summary>Answers so many, and fails when they do not come.</summary>
    public async Task AnswerAsync(int messages, CancellationToken cancellationToken)
    {
        for (var message = 0; message < messages; message++)
            (await waiting.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken)).SetResult();
    }

    public async Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var step = new TaskCompletionSource();
        await waiting.Writer.WriteAsync(step, cancellationToken);
        await step.Task;
        answered.Enqueue(message.Batch);
        return new(SendKind.Sent, "SM1");
    }

    public Task<string?> FindSentAsync(Address to, string text, DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<MessageReport?> FindReportAsync(string id, CancellationToken cancellationToken) => Task.FromResult<MessageReport?>(null);
}
