using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class DeferTests
{
    private static readonly Settlement Defer = new Settlement.Defer(new Dictionary<string, object?> { ["later"] = true });

    [Fact]
    public void ADeferredMessageComesOnlyByNumber()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held(credit: 5);
        bench.Queue.Settle(receiver.Token, Defer);
        Assert.Single(receiver.Received);
        var taken = Assert.Single(bench.Queue.ReceiveDeferred([1], delete: false, owner: null)!);
        Assert.Equal(true, taken.Content.ApplicationProperties["later"]);
        Assert.Equal(SettleOutcome.Settled, bench.Queue.Settle(taken.Lock!.Value.Token, new Settlement.Complete()));
        Assert.Equal(0, bench.Queue.Count);
    }

    [Fact]
    public void ALockedDeferredMessageCannotBeTakenTwice()
    {
        using var bench = new QueueBench();
        bench.Queue.Settle(bench.Held().Token, Defer);
        Assert.NotNull(bench.Queue.ReceiveDeferred([1], delete: false, owner: null));
        Assert.Null(bench.Queue.ReceiveDeferred([1], delete: false, owner: null));
    }

    [Fact]
    public void ADeferredMessageStaysDeferredWhenItsLockEnds()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held(credit: 5);
        bench.Queue.Settle(receiver.Token, Defer);
        bench.Queue.ReceiveDeferred([1], delete: false, owner: null);
        bench.Pass(TimeSpan.FromMinutes(1));
        Assert.Single(receiver.Received);
        Assert.Equal(1, Assert.Single(bench.Queue.ReceiveDeferred([1], delete: false, owner: null)!).DeliveryCount);
    }

    [Fact]
    public void TakingForGoodRemoves()
    {
        using var bench = new QueueBench();
        bench.Queue.Settle(bench.Held().Token, Defer);
        Assert.Null(Assert.Single(bench.Queue.ReceiveDeferred([1], delete: true, owner: null)!).Lock);
        Assert.Equal(0, bench.Queue.Count);
    }

    [Fact]
    public void TakingIsAllOrNothing()
    {
        using var bench = new QueueBench();
        bench.Queue.Settle(bench.Held().Token, Defer);
        Assert.Null(bench.Queue.ReceiveDeferred([1, 2], delete: false, owner: null));
        Assert.NotNull(bench.Queue.ReceiveDeferred([1], delete: false, owner: null));
    }
}
