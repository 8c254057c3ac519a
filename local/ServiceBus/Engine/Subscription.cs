namespace Alerting.Local.ServiceBus.Engine;

/// <summary>A topic's queue for one group of receivers, and what it takes.</summary>
internal sealed record Subscription(MessageQueue Queue, RuleSet Rules);
