namespace Alerting.Local.Tests.ServiceBus;

public sealed class CreditTests
{
    [Fact]
    public void AReceiverGetsNoMoreThanItAskedFor()
    {
        using var bench = new QueueBench();
        var receiver = bench.Receiver(credit: 3);
        for (var sent = 0; sent < 8; sent++) bench.Queue.Send(QueueBench.Message());
        Assert.Equal(3, receiver.Received.Count);
    }

    [Fact]
    public void RestatedCreditIsNeitherLostNorDoubled()
    {
        using var bench = new QueueBench();
        var receiver = bench.Receiver(credit: 3);
        bench.Queue.Flow(receiver, 0, drain: false);
        Assert.Equal([3], receiver.Restated);
        for (var sent = 0; sent < 8; sent++) bench.Queue.Send(QueueBench.Message());
        Assert.Equal(3, receiver.Received.Count);
    }

    [Fact]
    public void ReducedCreditIsKept()
    {
        using var bench = new QueueBench();
        var receiver = bench.Receiver(credit: 3);
        bench.Queue.Flow(receiver, -2, drain: false);
        for (var sent = 0; sent < 8; sent++) bench.Queue.Send(QueueBench.Message());
        Assert.Single(receiver.Received);
    }

    [Fact]
    public void ADrainDeliversWhatIsThereAndThenEndsTheCredit()
    {
        using var bench = new QueueBench();
        bench.Queue.Send(QueueBench.Message());
        var receiver = bench.Receiver(credit: 0);
        bench.Queue.Flow(receiver, 5, drain: true);
        Assert.Equal((1, 1), (receiver.Received.Count, receiver.Drains));
        bench.Queue.Send(QueueBench.Message());
        Assert.Single(receiver.Received);
    }

    [Fact]
    public void ReceiversAreServedInTurn()
    {
        using var bench = new QueueBench();
        var receivers = new[] { bench.Receiver(credit: 10), bench.Receiver(credit: 10), bench.Receiver(credit: 10) };
        for (var sent = 0; sent < 9; sent++) bench.Queue.Send(QueueBench.Message());
        Assert.All(receivers, receiver => Assert.Equal(3, receiver.Received.Count));
    }

    [Fact]
    public void WhatAVanishedReceiverDidNotTakeGoesToTheNextUncounted()
    {
        using var bench = new QueueBench();
        bench.Receiver().IsGone = true;
        bench.Queue.Send(QueueBench.Message());
        var next = bench.Receiver();
        Assert.Equal(0, Assert.Single(next.Received).DeliveryCount);
    }

    [Fact]
    public void ReceiveAndDeleteLeavesNothingBehind()
    {
        using var bench = new QueueBench();
        bench.Queue.Send(QueueBench.Message());
        Assert.Null(bench.Receiver(deletes: true).Last.Lock);
        Assert.Equal(0, bench.Queue.Count);
    }

    [Fact]
    public void AVanishedReceiveAndDeleteReceiverLosesNothing()
    {
        using var bench = new QueueBench();
        bench.Receiver(deletes: true).IsGone = true;
        bench.Queue.Send(QueueBench.Message());
        Assert.Single(bench.Receiver().Received);
    }
}
