using System.Collections.Frozen;
using Alerting.Local.ServiceBus.Topology;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>All entities of the broker by address.</summary>
internal sealed class Entities : IDisposable
{
    private readonly List<Topic> topics = [];
    private readonly FrozenDictionary<string, Entity> byPath;

    public Entities(BrokerTopology topology, TimeProvider time)
    {
        var all = topology.Queues.Select(queue => Queue(queue, time)).Concat(topology.Topics.SelectMany(topic => Topic(topic, time)));
        byPath = all.ToFrozenDictionary(entity => entity.Path, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every queue, dead-letter queues included.</summary>
    public IEnumerable<MessageQueue> Queues => byPath.Values
        .Select(entity => entity.Queue)
        .OfType<MessageQueue>()
        .SelectMany(queue => new[] { queue, queue.DeadLetters! });

    public Entity? Find(EntityAddress address)
    {
        if (!byPath.TryGetValue(address.Path, out var entity)) return null;
        if (!address.DeadLetter) return entity;
        return entity.Queue?.DeadLetters is { } deadLetters ? new(deadLetters.Path, deadLetters, null, null) : null;
    }

    public void Dispose()
    {
        foreach (var topic in topics) topic.Dispose();
        foreach (var entity in byPath.Values) entity.Queue?.Dispose();
    }

    private static Entity Queue(QueueTopology source, TimeProvider time)
    {
        var queue = MessageQueue.Create(source.Name, source.Settings, time);
        return new(source.Name, queue, queue, null);
    }

    private List<Entity> Topic(TopicTopology source, TimeProvider time)
    {
        var subscriptions = source.Subscriptions.Select(subscription => Subscription(source, subscription, time)).ToList();
        var topic = new Topic(subscriptions, source.TimeToLive, source.DuplicateWindow, time);
        topics.Add(topic);
        var entities = subscriptions.ConvertAll(item => new Entity(item.Queue.Path, item.Queue, null, item.Rules));
        entities.Add(new(source.Name, null, topic, null));
        return entities;
    }

    private static Subscription Subscription(TopicTopology topic, SubscriptionTopology source, TimeProvider time)
    {
        var path = EntityAddress.SubscriptionPath(topic.Name, source.Name);
        return new(MessageQueue.Create(path, source.Settings, time), new RuleSet(source.Rules));
    }
}
