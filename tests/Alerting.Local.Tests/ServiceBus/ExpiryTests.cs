using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class ExpiryTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly QueueSettings Buried = new() { TimeToLive = Second * 30, DeadLetterOnExpiry = true, LockDuration = Second * 60 };

    [Fact]
    public void AnExpiredMessageIsSweptWithoutAnybodyReceiving()
    {
        using var bench = new QueueBench(Buried);
        bench.Queue.Send(QueueBench.Message());
        bench.Pass(Second * 29);
        Assert.Equal((1, 0), (bench.Queue.Count, bench.Queue.DeadLetters!.Count));
        bench.Pass(Second);
        Assert.Equal((0, 1), (bench.Queue.Count, bench.Queue.DeadLetters!.Count));
        Assert.Equal("TTLExpiredException", bench.DeadLetter()!.Content.ApplicationProperties["DeadLetterReason"]);
    }

    [Fact]
    public void WithoutDeadLetteringAnExpiredMessageIsDropped()
    {
        using var bench = new QueueBench(Buried with { DeadLetterOnExpiry = false });
        bench.Queue.Send(QueueBench.Message());
        bench.Pass(Second * 30);
        Assert.Equal((0, 0), (bench.Queue.Count, bench.Queue.DeadLetters!.Count));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(90, 30)]
    public void TheShorterOfMessageAndQueueCounts(int asked, int lives)
    {
        using var bench = new QueueBench(Buried);
        bench.Queue.Send(QueueBench.Message() with { TimeToLive = Second * asked });
        bench.Pass(Second * (lives - 1));
        Assert.Null(bench.DeadLetter());
        bench.Pass(Second);
        Assert.NotNull(bench.DeadLetter());
    }

    [Fact]
    public void ALockedMessageExpiresWhenItsLockEnds()
    {
        using var bench = new QueueBench(Buried);
        bench.Held(credit: 10);
        bench.Pass(Second * 59);
        Assert.Null(bench.DeadLetter());
        bench.Pass(Second);
        Assert.Equal("TTLExpiredException", bench.DeadLetter()!.Content.ApplicationProperties["DeadLetterReason"]);
    }

    [Fact]
    public void AMessageThatExpiredUnderItsLockCanStillBeCompleted()
    {
        using var bench = new QueueBench(Buried);
        var receiver = bench.Held();
        bench.Pass(Second * 45);
        Assert.Equal(SettleOutcome.Settled, bench.Queue.Settle(receiver.Token, new Settlement.Complete()));
        Assert.Null(bench.DeadLetter());
    }

    [Fact]
    public void AnExpiredMessageThatIsGivenBackIsNotDeliveredAgain()
    {
        using var bench = new QueueBench(Buried);
        var receiver = bench.Held(credit: 10);
        bench.Pass(Second * 45);
        bench.Queue.Settle(receiver.Token, new Settlement.Abandon(Settlement.NoChanges));
        Assert.Single(receiver.Received);
        Assert.NotNull(bench.DeadLetter());
    }

    [Fact]
    public void ADeferredMessageExpiresWhenSomebodyAsksForIt()
    {
        using var bench = new QueueBench(Buried);
        var receiver = bench.Held();
        bench.Queue.Settle(receiver.Token, new Settlement.Defer(Settlement.NoChanges));
        bench.Pass(Second * 31);
        Assert.Equal(1, bench.Queue.Count);
        Assert.Null(bench.Queue.ReceiveDeferred([1], delete: false, owner: null));
        Assert.Equal("TTLExpiredException", bench.DeadLetter()!.Content.ApplicationProperties["DeadLetterReason"]);
    }

    [Fact]
    public void TheLifeOfAScheduledMessageBeginsWhenItBecomesActive()
    {
        using var bench = new QueueBench(Buried);
        bench.Queue.Send(QueueBench.Message() with { ScheduledAt = bench.Time.GetUtcNow() + Second * 100 });
        bench.Pass(Second * 100);
        bench.Pass(Second * 29);
        Assert.Null(bench.DeadLetter());
        bench.Pass(Second);
        Assert.NotNull(bench.DeadLetter());
    }

    [Fact]
    public void WithoutALimitAMessageLivesOn()
    {
        using var bench = new QueueBench();
        bench.Queue.Send(QueueBench.Message());
        bench.Pass(TimeSpan.FromDays(10_000));
        Assert.Equal(1, bench.Queue.Count);
    }

    [Fact]
    public void ALimitOfManyDaysIsKept()
    {
        using var bench = new QueueBench(Buried with { TimeToLive = TimeSpan.FromDays(14) });
        bench.Queue.Send(QueueBench.Message());
        for (var days = 0; days < 13; days++) bench.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, bench.Queue.Count);
        bench.Pass(TimeSpan.FromDays(1));
        Assert.Equal(0, bench.Queue.Count);
    }
}
