using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.ServiceBus.Topology;

/// <summary>Queues, topics and subscriptions, with the limits and defaults of the service.</summary>
internal static class EntityReader
{
    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(7);
    private const int HighestDeliveryCount = 2000;

    public static QueueTopology Queue(ConfigObject source)
    {
        var name = Name(source, "queue");
        var properties = source.Object("Properties");
        source.Finish();
        if (properties is null) return new(name, new());
        properties.Where = source.Where;
        var settings = Settings(properties) with { DuplicateWindow = DuplicateWindow(properties) };
        properties.Finish();
        return new(name, settings);
    }

    public static TopicTopology Topic(ConfigObject source)
    {
        var name = Name(source, "topic");
        var subscriptions = source.Objects("Subscriptions", "subscription").ConvertAll(item => Subscription(item, name));
        TopologyFile.RefuseTwins(source, subscriptions.Select(subscription => subscription.Name));
        var properties = source.Object("Properties");
        source.Finish();
        if (properties is null) return new(name, TimeSpan.MaxValue, null, subscriptions);
        properties.Where = source.Where;
        var timeToLive = properties.Duration("DefaultMessageTimeToLive") ?? TimeSpan.MaxValue;
        var window = DuplicateWindow(properties);
        properties.Finish();
        return new(name, timeToLive, window, subscriptions);
    }

    private static SubscriptionTopology Subscription(ConfigObject source, string topic)
    {
        var name = Name(source, $"topic '{topic}': subscription");
        var rules = source.Objects("Rules", "rule").ConvertAll(item => RuleReader.Rule(item, source.Where));
        TopologyFile.RefuseTwins(source, rules.Select(rule => rule.Name));
        var properties = source.Object("Properties");
        source.Finish();
        if (properties is not null) properties.Where = source.Where;
        var settings = properties is null ? new() : Settings(properties);
        properties?.Finish();
        return new(name, settings, rules.Count > 0 ? rules : [Rule.Default]);
    }

    public static string Name(ConfigObject source, string kind)
    {
        var name = source.Text("Name");
        if (string.IsNullOrWhiteSpace(name)) throw new TopologyException($"{source.Where}: Name is missing");
        source.Where = $"{kind} '{name}'";
        return name.Contains('$') && name != Rule.DefaultName
            ? throw source.Fault("Name", "must not contain '$'")
            : name;
    }

    private static QueueSettings Settings(ConfigObject properties)
    {
        Refuse(properties);
        var defaults = new QueueSettings();
        return defaults with
        {
            LockDuration = UpTo(LongestLock, properties, "LockDuration") ?? defaults.LockDuration,
            MaxDeliveryCount = DeliveryCount(properties) ?? defaults.MaxDeliveryCount,
            TimeToLive = properties.Duration("DefaultMessageTimeToLive") ?? defaults.TimeToLive,
            DeadLetterOnExpiry = properties.Flag("DeadLetteringOnMessageExpiration"),
        };
    }

    private static void Refuse(ConfigObject properties)
    {
        if (properties.Flag("RequiresSession")) throw properties.Fault("RequiresSession", "is not supported: sessions");
        foreach (var forward in new[] { "ForwardTo", "ForwardDeadLetteredMessagesTo" })
        {
            if (!string.IsNullOrEmpty(properties.Text(forward))) throw properties.Fault(forward, "is not supported: forwarding");
        }
    }

    private static TimeSpan? DuplicateWindow(ConfigObject properties)
    {
        var window = UpTo(LongestWindow, properties, "DuplicateDetectionHistoryTimeWindow");
        return properties.Flag("RequiresDuplicateDetection") ? window ?? TimeSpan.FromMinutes(10) : null;
    }

    private static int? DeliveryCount(ConfigObject properties) => properties.Number("MaxDeliveryCount") switch
    {
        null => null,
        >= 1 and <= HighestDeliveryCount and var count => count,
        _ => throw properties.Fault("MaxDeliveryCount", $"must be from 1 to {HighestDeliveryCount}"),
    };

    private static TimeSpan? UpTo(TimeSpan longest, ConfigObject properties, string name) =>
        properties.Duration(name) is not { } duration ? null
        : duration <= longest ? duration
        : throw properties.Fault(name, $"must not be longer than {System.Xml.XmlConvert.ToString(longest)}");
}
