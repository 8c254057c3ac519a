using Alerting.Bus;
using Alerting.Testing;

namespace Alerting.Tests.Bus;

public sealed class GatheredSendsTests
{
    private readonly HeldBus bus = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatComesWhileASendIsUnderWayGoesTogetherWithTheNext()
    {
        var gathered = new GatheredSends(bus, Entities.Receipts);
        var first = gathered.SendAsync(Some.BusMessage(), Token);
        var others = Enumerable.Range(0, 5).Select(_ => gathered.SendAsync(Some.BusMessage(), Token)).ToList();

        bus.LetGo();

        await Task.WhenAll([first, .. others]);
        Assert.Equal([1, 5], bus.Sizes);
    }

    [Fact]
    public async Task NobodyIsToldThatHisMessageWasTakenBeforeItWas()
    {
        var gathered = new GatheredSends(bus, Entities.Receipts);

        var sent = gathered.SendAsync(Some.BusMessage(), Token);

        Assert.False(sent.IsCompleted);
        bus.LetGo();
        await sent;
    }

    [Fact]
    public async Task WhenTheBrokerFailsEverybodyInTheBatchHearsOfItAndTheNextGoesThrough()
    {
        var gathered = new GatheredSends(bus, Entities.Receipts);
        bus.Failure = new BusUnavailableException("down");
        var failing = gathered.SendAsync(Some.BusMessage(), Token);
        bus.LetGo();
        await Assert.ThrowsAsync<BusUnavailableException>(() => failing);
        bus.Failure = null;

        await gathered.SendAsync(Some.BusMessage(), Token);

        Assert.Equal([1, 1], bus.Sizes);
    }

    [Fact]
    public async Task ABatchIsNeverLargerThanItsLimit()
    {
        var gathered = new GatheredSends(bus, Entities.Receipts);
        var sends = Enumerable.Range(0, GatheredSends.MaxBatch + 2).Select(_ => gathered.SendAsync(Some.BusMessage(), Token)).ToList();

        bus.LetGo();

        await Task.WhenAll(sends);
        Assert.Equal([1, GatheredSends.MaxBatch, 1], bus.Sizes);
    }

    /// <summary>Takes nothing until it is let go.</summary>
    private sealed class HeldBus : IBus
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<int> Sizes { get; } = [];

        public Exception? Failure { get; set; }

        public void LetGo() => open.SetResult();

        public async Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
        {
            Sizes.Add(messages.Count);
            await open.Task;
            if (Failure is not null)
                throw Failure;
        }

        public Task<int> DrainDeadLettersAsync(
            string entity, int limit, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
