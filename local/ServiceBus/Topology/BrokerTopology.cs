using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.ServiceBus.Topology;

/// <summary>The queues and topics that a broker offers from its start; clients cannot add any.</summary>
public sealed record BrokerTopology(IReadOnlyList<QueueTopology> Queues, IReadOnlyList<TopicTopology> Topics);

public sealed record QueueTopology(string Name, QueueSettings Settings);

/// <summary>A topic. <see cref="DuplicateWindow"/> is null when the topic does not detect duplicates.</summary>
public sealed record TopicTopology(
    string Name,
    TimeSpan TimeToLive,
    TimeSpan? DuplicateWindow,
    IReadOnlyList<SubscriptionTopology> Subscriptions);

/// <summary>A subscription; a message is taken when any of its rules matches.</summary>
public sealed record SubscriptionTopology(string Name, QueueSettings Settings, IReadOnlyList<Rule> Rules);
