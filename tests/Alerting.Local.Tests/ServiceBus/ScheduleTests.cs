using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class ScheduleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void AScheduledMessageIsDeliveredAtItsTime()
    {
        using var bench = new QueueBench();
        var receiver = bench.Receiver();
        bench.Queue.Send(QueueBench.Message() with { ScheduledAt = bench.Time.GetUtcNow() + Minute });
        bench.Pass(Minute - TimeSpan.FromMilliseconds(1));
        Assert.Empty(receiver.Received);
        bench.Pass(TimeSpan.FromMilliseconds(1));
        Assert.Single(receiver.Received);
    }

    [Fact]
    public void TheEarlierComesFirstWhateverTheOrderOfSending()
    {
        using var bench = new QueueBench();
        var receiver = bench.Receiver(credit: 3);
        bench.Queue.Send(QueueBench.Message("late") with { ScheduledAt = bench.Time.GetUtcNow() + Minute * 2 });
        bench.Queue.Send(QueueBench.Message("early") with { ScheduledAt = bench.Time.GetUtcNow() + Minute });
        bench.Pass(Minute * 3);
        Assert.Equal(["early", "late"], receiver.Received.Select(message => message.Content.MessageId));
    }

    [Fact]
    public void WhatBecomesActiveIsAppendedUnderANewNumber()
    {
        using var bench = new QueueBench();
        var scheduled = bench.Queue.Send(QueueBench.Message("s") with { ScheduledAt = bench.Time.GetUtcNow() + Minute });
        bench.Queue.Send(QueueBench.Message("now"));
        bench.Pass(Minute);
        var receiver = bench.Receiver(credit: 2);
        Assert.Equal(["now", "s"], receiver.Received.Select(message => message.Content.MessageId));
        Assert.True(receiver.Last.SequenceNumber > scheduled);
        Assert.Equal(bench.Time.GetUtcNow(), receiver.Last.EnqueuedAt);
    }

    [Fact]
    public void ACancelledMessageNeverComes()
    {
        using var bench = new QueueBench();
        var number = bench.Queue.Send(QueueBench.Message() with { ScheduledAt = bench.Time.GetUtcNow() + Minute });
        Assert.True(bench.Queue.CancelScheduled([number]));
        Assert.False(bench.Queue.CancelScheduled([number]));
        bench.Pass(Minute * 2);
        Assert.Equal(0, bench.Queue.Count);
    }

    [Fact]
    public void CancellingIsAllOrNothing()
    {
        using var bench = new QueueBench();
        var number = bench.Queue.Send(QueueBench.Message() with { ScheduledAt = bench.Time.GetUtcNow() + Minute });
        var active = bench.Queue.Send(QueueBench.Message("active"));
        Assert.False(bench.Queue.CancelScheduled([number, active]));
        Assert.True(bench.Queue.CancelScheduled([number]));
    }

    [Fact]
    public void ATimeInThePastMeansNow()
    {
        using var bench = new QueueBench();
        bench.Queue.Send(QueueBench.Message() with { ScheduledAt = bench.Time.GetUtcNow() - Minute });
        Assert.Single(bench.Receiver().Received);
    }

    [Fact]
    public void PeekShowsEveryStateInOrderFromANumberOn()
    {
        using var bench = new QueueBench();
        bench.Queue.Settle(bench.Held().Token, new Settlement.Defer(Settlement.NoChanges));
        bench.Queue.Send(QueueBench.Message("scheduled") with { ScheduledAt = bench.Time.GetUtcNow() + Minute });
        bench.Queue.Send(QueueBench.Message("locked"));
        bench.Receiver();
        bench.Queue.Send(QueueBench.Message("active"));
        Assert.Equal(
            [MessageState.Deferred, MessageState.Scheduled, MessageState.Active, MessageState.Active],
            bench.Queue.Peek(0, 10).Select(message => message.State));
        Assert.Equal([3L, 4L], bench.Queue.Peek(3, 10).Select(message => message.SequenceNumber));
        Assert.Equal([2L], bench.Queue.Peek(2, 1).Select(message => message.SequenceNumber));
        Assert.Empty(bench.Queue.Peek(5, 10));
    }
}
