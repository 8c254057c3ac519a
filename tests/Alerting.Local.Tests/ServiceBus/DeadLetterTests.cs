using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class DeadLetterTests
{
    [Fact]
    public void ADeadLetteredMessageCarriesReasonDescriptionAndSource()
    {
        using var bench = new QueueBench();
        var receiver = bench.Held();
        var why = new Settlement.DeadLetter("no JSON", "at line 1", new Dictionary<string, object?> { ["by"] = "test" });
        Assert.Equal(SettleOutcome.Settled, bench.Queue.Settle(receiver.Token, why));
        var dead = bench.DeadLetter()!;
        Assert.Equal("q", dead.DeadLetterSource);
        Assert.Equal("no JSON", dead.Content.ApplicationProperties["DeadLetterReason"]);
        Assert.Equal("at line 1", dead.Content.ApplicationProperties["DeadLetterErrorDescription"]);
        Assert.Equal("test", dead.Content.ApplicationProperties["by"]);
        Assert.Equal(0, bench.Queue.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AMessageIsDeadLetteredAfterTheLastAllowedDelivery(int limit)
    {
        using var bench = new QueueBench(new() { MaxDeliveryCount = limit });
        var receiver = bench.Held(credit: 10);
        for (var failed = 0; failed < limit; failed++)
        {
            Assert.Null(bench.DeadLetter());
            bench.Queue.Settle(receiver.Token, new Settlement.Abandon(Settlement.NoChanges));
        }

        Assert.Equal(limit, receiver.Received.Count);
        Assert.Equal("MaxDeliveryCountExceeded", bench.DeadLetter()!.Content.ApplicationProperties["DeadLetterReason"]);
        Assert.Equal(limit, bench.DeadLetter()!.DeliveryCount);
    }

    [Fact]
    public void LocksThatEndCountAsDeliveries()
    {
        using var bench = new QueueBench(new() { MaxDeliveryCount = 2, LockDuration = TimeSpan.FromSeconds(5) });
        bench.Held(credit: 10);
        bench.Pass(TimeSpan.FromSeconds(5));
        Assert.Null(bench.DeadLetter());
        bench.Pass(TimeSpan.FromSeconds(5));
        Assert.NotNull(bench.DeadLetter());
    }

    [Fact]
    public void NothingLeavesADeadLetterQueueByItself()
    {
        using var bench = new QueueBench(new() { TimeToLive = TimeSpan.FromMinutes(5), MaxDeliveryCount = 1 });
        var receiver = bench.Held();
        bench.Queue.Settle(receiver.Token, new Settlement.DeadLetter("r", null, Settlement.NoChanges));
        var reader = QueueBench.Receiver(bench.Queue.DeadLetters!, credit: 100);
        for (var minutes = 0; minutes < 30; minutes++) bench.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, bench.Queue.DeadLetters!.Count);
        Assert.Equal(31, reader.Received.Count);
    }

    [Fact]
    public void ADeadLetterCannotBeDeadLettered()
    {
        using var bench = new QueueBench();
        var why = new Settlement.DeadLetter("r", null, Settlement.NoChanges);
        bench.Queue.Settle(bench.Held().Token, why);
        var reader = QueueBench.Receiver(bench.Queue.DeadLetters!);
        Assert.Equal(SettleOutcome.NotAllowed, bench.Queue.DeadLetters!.Settle(reader.Token, why));
        Assert.Equal(SettleOutcome.Settled, bench.Queue.DeadLetters!.Settle(reader.Token, new Settlement.Complete()));
    }
}
