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
        var gathered = Gathered();
        var first = gathered.SendAsync("report", Token);
        var others = Enumerable.Range(0, 5).Select(_ => gathered.SendAsync("report", Token)).ToList();

        bus.LetGo();

        await Task.WhenAll([first, .. others]);
        Assert.Equal([1, 5], bus.Sizes);
    }

    [Fact]
    public async Task NobodyIsToldThatHisMessageWasTakenBeforeItWas()
    {
        var gathered = Gathered();

        var sent = gathered.SendAsync("report", Token);

        Assert.False(sent.IsCompleted);
        bus.LetGo();
        await sent;
    }

    [Fact]
    public async Task WhenTheBrokerFailsEverybodyInTheMessageHearsOfItAndTheNextGoesThrough()
    {
        var gathered = Gathered();
        bus.Failure = new BusUnavailableException("down");
        var failing = gathered.SendAsync("report", Token);
        bus.LetGo();
        await Assert.ThrowsAsync<BusUnavailableException>(() => failing);
        bus.Failure = null;

        await gathered.SendAsync("report", Token);

        Assert.Equal([1, 1], bus.Sizes);
    }

    [Fact]
    public async Task AMessageHoldsNeverMoreThanItsLimit()
    {
        var gathered = Gathered();
        var sends = Enumerable.Range(0, GatheredSends<string>.MaxTogether + 2).Select(_ => gathered.SendAsync("report", Token)).ToList();

        bus.LetGo();

        await Task.WhenAll(sends);
        Assert.Equal([1, GatheredSends<string>.MaxTogether, 1], bus.Sizes);
    }

    // The length of a message says how many it holds.
    private GatheredSends<string> Gathered() => new(bus, Entities.Receipts, reports => new("m", new byte[reports.Count]));

    /// <summary>Takes nothing until it is let go.</summary>
    private sealed class HeldBus : IBus
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<int> Sizes { get; } = [];

        public Exception? Failure { get; set; }

        public void LetGo() => open.SetResult();

        public async Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
        {
            Sizes.Add(Assert.Single(messages).Body.Length);
            await open.Task;
            if (Failure is not null)
                throw Failure;
        }

        public Task<int> DrainDeadLettersAsync(
            string entity, int limit, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
