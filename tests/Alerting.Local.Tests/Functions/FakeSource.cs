using System.Threading.Channels;
using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Queues;

namespace Alerting.Local.Tests.Functions;

/// <summary>Stands for the broker: delivers what it was given as far as it was granted, and keeps how each message was settled.</summary>
internal sealed class FakeSource : IMessageSource, IDisposable
{
    private readonly Channel<ReceivedMessage> messages = Channel.CreateUnbounded<ReceivedMessage>();
    private readonly Queue<ReceivedMessage> waiting = new();
    private readonly Channel<(IReadOnlyList<long> Numbers, Settlement Settlement)> settled = Channel.CreateUnbounded<(IReadOnlyList<long>, Settlement)>();
    private readonly SemaphoreSlim renewed = new(0);
    private readonly Lock gate = new();
    private int credit;

    public ChannelReader<ReceivedMessage> Messages => messages.Reader;

    public int Renewals { get; private set; }

    public Func<DateTimeOffset>? RenewedUntil { get; set; }

    public int Credit
    {
        get { lock (gate) return credit; }
    }

    public async Task<(IReadOnlyList<long> Numbers, Settlement Settlement)> SettledAsync() => await settled.Reader
        .ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public Task RenewedAsync() => renewed.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public void Send(params IEnumerable<ReceivedMessage> sent)
    {
        lock (gate)
        {
            foreach (var message in sent)
                waiting.Enqueue(message);
            Deliver();
        }
    }

    public void End() => messages.Writer.Complete();

    public void Grant(int count)
    {
        lock (gate)
        {
            credit += count;
            Deliver();
        }
    }

    public void Drain(int left)
    {
        lock (gate)
        {
            Assert.Equal(credit, left);
            credit = 0;
        }
    }

    public Task SettleAsync(IReadOnlyList<ReceivedMessage> settling, Settlement settlement)
    {
        settled.Writer.TryWrite(([.. settling.Select(m => m.SequenceNumber)], settlement));
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset> RenewAsync(ReceivedMessage message)
    {
        Renewals++;
        renewed.Release();
        return Task.FromResult(RenewedUntil!());
    }

    public void Dispose() => renewed.Dispose();

    private void Deliver()
    {
        for (; credit > 0 && waiting.TryDequeue(out var message); credit--)
            messages.Writer.TryWrite(message);
    }
}
