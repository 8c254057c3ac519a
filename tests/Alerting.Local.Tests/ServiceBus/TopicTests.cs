using Alerting.Local.ServiceBus.Engine;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class TopicTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly FakeTimeProvider time = new();
    private readonly MessageQueue all;
    private readonly MessageQueue some;
    private readonly RuleSet rules = new([new Rule("approved", new CorrelationFilter { Label = "approved" })]);

    public TopicTests()
    {
        all = MessageQueue.Create("t/Subscriptions/all", new(), time);
        some = MessageQueue.Create("t/Subscriptions/some", new(), time);
    }

    public void Dispose()
    {
        all.Dispose();
        some.Dispose();
    }

    [Fact]
    public void EachSubscriptionGetsWhatItsRulesTake()
    {
        using var topic = Topic();
        topic.Send(QueueBench.Message("1") with { Subject = "approved" });
        topic.Send(QueueBench.Message("2") with { Subject = "proposed" });
        Assert.Equal((2, 1), (all.Count, some.Count));
        Assert.Equal("1", Assert.Single(some.Peek(0, 10)).Content.MessageId);
    }

    [Fact]
    public void TheNumberInTheTopicIsKeptBesideTheSubscriptionsOwn()
    {
        using var topic = Topic();
        topic.Send(QueueBench.Message("1"));
        topic.Send(QueueBench.Message("2") with { Subject = "approved" });
        var message = Assert.Single(some.Peek(0, 10));
        Assert.Equal((1L, 2L), (message.SequenceNumber, message.EnqueuedSequenceNumber));
    }

    [Fact]
    public void ARuleThatIsAddedCountsFromThenOn()
    {
        using var topic = Topic();
        topic.Send(QueueBench.Message() with { Subject = "withdrawn" });
        Assert.True(rules.Add(new Rule("withdrawn", new CorrelationFilter { Label = "withdrawn" })));
        Assert.False(rules.Add(new Rule("WITHDRAWN", TrueFilter.Instance)));
        topic.Send(QueueBench.Message() with { Subject = "withdrawn" });
        Assert.Equal(1, some.Count);
        Assert.True(rules.Remove("withdrawn"));
        Assert.False(rules.Remove("withdrawn"));
        topic.Send(QueueBench.Message() with { Subject = "withdrawn" });
        Assert.Equal(1, some.Count);
    }

    [Fact]
    public void TwoMatchingRulesGiveOneMessage()
    {
        rules.Add(Rule.Default);
        using var topic = Topic();
        topic.Send(QueueBench.Message() with { Subject = "approved" });
        Assert.Equal(1, some.Count);
    }

    [Fact]
    public void AScheduledMessageWaitsInTheTopicAndMeetsTheRulesOfItsTime()
    {
        using var topic = Topic();
        topic.Send(QueueBench.Message() with { Subject = "withdrawn", ScheduledAt = time.GetUtcNow() + Minute });
        Assert.Equal((0, 0), (all.Count, some.Count));
        rules.Add(new Rule("withdrawn", new CorrelationFilter { Label = "withdrawn" }));
        time.Advance(Minute);
        Assert.Equal((1, 1), (all.Count, some.Count));
    }

    [Fact]
    public void ScheduledMessagesOfATopicCanBeCancelled()
    {
        using var topic = Topic();
        var number = topic.Send(QueueBench.Message() with { ScheduledAt = time.GetUtcNow() + Minute });
        Assert.False(topic.CancelScheduled([number, number + 1]));
        Assert.True(topic.CancelScheduled([number]));
        Assert.False(topic.CancelScheduled([number]));
        time.Advance(Minute * 2);
        Assert.Equal(0, all.Count);
    }

    [Fact]
    public void TheTopicsLimitOfLifeHoldsInItsSubscriptions()
    {
        using var topic = Topic(Minute);
        topic.Send(QueueBench.Message("default"));
        topic.Send(QueueBench.Message("less") with { TimeToLive = Minute / 2 });
        time.Advance(Minute / 2);
        Assert.Equal("default", Assert.Single(all.Peek(0, 10)).Content.MessageId);
        time.Advance(Minute / 2);
        Assert.Equal(0, all.Count);
    }

    private Topic Topic(TimeSpan? timeToLive = null) => new(
        [new(all, new RuleSet([Rule.Default])), new(some, rules)],
        timeToLive ?? TimeSpan.MaxValue,
        duplicateWindow: null,
        time);
}
