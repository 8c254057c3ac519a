using Alerting.Local.ServiceBus.Engine;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class DuplicateTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    [Fact]
    public void AnIdIsTakenOncePerWindow()
    {
        using var bench = new QueueBench(new() { DuplicateWindow = Window });
        bench.Queue.Send(QueueBench.Message("a"));
        bench.Pass(Window - TimeSpan.FromTicks(1));
        bench.Queue.Send(QueueBench.Message("a"));
        Assert.Equal(1, bench.Queue.Count);
        bench.Pass(TimeSpan.FromTicks(1));
        bench.Queue.Send(QueueBench.Message("a"));
        Assert.Equal(2, bench.Queue.Count);
    }

    [Fact]
    public void AReceivedMessageIsStillRemembered()
    {
        using var bench = new QueueBench(new() { DuplicateWindow = Window });
        bench.Queue.Settle(bench.Held().Token, new Settlement.Complete());
        bench.Queue.Send(QueueBench.Message());
        Assert.Equal(0, bench.Queue.Count);
    }

    [Fact]
    public void ScheduledMessagesCountToo()
    {
        using var bench = new QueueBench(new() { DuplicateWindow = Window });
        bench.Queue.Send(QueueBench.Message("a") with { ScheduledAt = bench.Time.GetUtcNow() + Window * 2 });
        bench.Queue.Send(QueueBench.Message("a"));
        Assert.Equal(1, bench.Queue.Count);
    }

    [Fact]
    public void CaseMakesADifference()
    {
        using var bench = new QueueBench(new() { DuplicateWindow = Window });
        bench.Queue.Send(QueueBench.Message("a"));
        bench.Queue.Send(QueueBench.Message("A"));
        Assert.Equal(2, bench.Queue.Count);
    }

    [Fact]
    public void WithoutAWindowDuplicatesAreTaken()
    {
        using var bench = new QueueBench();
        bench.Queue.Send(QueueBench.Message());
        bench.Queue.Send(QueueBench.Message());
        Assert.Equal(2, bench.Queue.Count);
    }

    [Fact]
    public void ATopicPassesADuplicateOnToNobody()
    {
        var time = new FakeTimeProvider();
        using var queue = MessageQueue.Create("t/Subscriptions/s", new(), time);
        using var topic = new Topic([new(queue, new RuleSet([Rule.Default]))], TimeSpan.MaxValue, Window, time);
        topic.Send(QueueBench.Message());
        topic.Send(QueueBench.Message());
        Assert.Equal(1, queue.Count);
        time.Advance(Window);
        topic.Send(QueueBench.Message());
        Assert.Equal(2, queue.Count);
    }
}
