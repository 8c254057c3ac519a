using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class LockTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Settlement Complete = new Settlement.Complete();

    [Fact]
    public void AReceivedMessageIsLockedForTheLockDuration()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held();
        Assert.Equal(bench.Time.GetUtcNow() + Minute, receiver.Last.Lock!.Value.Until);
        Assert.Empty(bench.Receiver().Received);
    }

    [Fact]
    public void ACompletedMessageIsGone()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held();
        Assert.Equal(SettleOutcome.Settled, bench.Queue.Settle(receiver.Token, Complete));
        Assert.Equal(0, bench.Queue.Count);
        Assert.Equal(SettleOutcome.LockLost, bench.Queue.Settle(receiver.Token, Complete));
    }

    [Fact]
    public void AMessageWhoseLockEndsIsDeliveredAgainAndCounted()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held(credit: 2);
        var stale = receiver.Token;
        bench.Pass(Minute);
        Assert.Equal([0, 1], receiver.Received.Select(message => message.DeliveryCount));
        Assert.Equal(SettleOutcome.LockLost, bench.Queue.Settle(stale, Complete));
        Assert.Equal(SettleOutcome.Settled, bench.Queue.Settle(receiver.Token, Complete));
    }

    [Fact]
    public void ALockHoldsUntilItsEndAndNotOnlyUntilTheTimerRings()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held();
        bench.Pass(Minute - TimeSpan.FromTicks(1));
        Assert.Equal(SettleOutcome.Settled, bench.Queue.Settle(receiver.Token, Complete));
    }

    [Fact]
    public void RenewalStartsTheDurationAnew()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held(credit: 2);
        bench.Pass(Minute * 0.75);
        Assert.Equal(bench.Time.GetUtcNow() + Minute, bench.Queue.Renew(receiver.Token));
        bench.Pass(Minute * 0.75);
        Assert.Single(receiver.Received);
        bench.Pass(Minute * 0.25);
        Assert.Equal(2, receiver.Received.Count);
    }

    [Fact]
    public void ALostLockCannotBeRenewed()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held();
        bench.Pass(Minute);
        Assert.Null(bench.Queue.Renew(receiver.Token));
        Assert.Null(bench.Queue.Renew(Guid.NewGuid()));
    }

    [Fact]
    public void AnAbandonedMessageComesBackInItsPlaceWithTheChanges()
    {
        using var bench = new QueueBench();
        bench.Queue.Send(QueueBench.Message("first"));
        bench.Queue.Send(QueueBench.Message("second"));
        var receiver = bench.Receiver();
        var changes = new Dictionary<string, object?> { ["tried"] = "yes" };
        bench.Queue.Settle(receiver.Token, new Settlement.Abandon(changes));
        bench.Queue.Flow(receiver, 2, drain: false);
        Assert.Equal(["first", "first", "second"], receiver.Received.Select(message => message.Content.MessageId));
        Assert.Equal(1, receiver.Received[1].DeliveryCount);
        Assert.Equal("yes", receiver.Received[1].Content.ApplicationProperties["tried"]);
    }

    [Fact]
    public void AReleasedMessageComesBackUncounted()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held(credit: 2);
        bench.Queue.Settle(receiver.Token, new Settlement.Release());
        Assert.Equal(0, receiver.Last.DeliveryCount);
        Assert.Equal(2, receiver.Received.Count);
    }

    [Fact]
    public void ADetachedReceiverKeepsItsLocks()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held();
        bench.Queue.Detach(receiver);
        Assert.Empty(bench.Receiver().Received);
        Assert.Equal(SettleOutcome.Settled, bench.Queue.Settle(receiver.Token, Complete));
    }

    [Fact]
    public void EarlyReleaseEndsTheLocksOfThatConnectionOnly()
    {
        using var bench = new QueueBench();
        object lost = new(), alive = new();
        bench.Queue.Send(QueueBench.Message("a"));
        bench.Queue.Send(QueueBench.Message("b"));
        bench.Receiver(owner: lost);
        var other = bench.Receiver(owner: alive);
        bench.Queue.ReleaseLocksOf(lost);
        var next = bench.Receiver(credit: 2);
        Assert.Equal(("a", 1), (Assert.Single(next.Received).Content.MessageId, next.Last.DeliveryCount));
        Assert.Equal(SettleOutcome.Settled, bench.Queue.Settle(other.Token, Complete));
    }
}
