using Alerting.Local.ServiceBus.Engine;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Management;

/// <summary>Rules as they look on the wire: described lists when read by clients, maps when written by them.</summary>
internal static class RuleDescriptions
{
    private const ulong Description = 0x13700000004;
    private const ulong NoAction = 0x13700000005;

    // Filters have a zero less than the rest: so it is in the service.
    private const ulong True = 0x1370000007;
    private const ulong Correlation = 0x1370000009;

    public static DescribedValue Write(Rule rule) => new(Description, new List
    {
        rule.Filter is CorrelationFilter filter ? Write(filter) : new DescribedValue(True, new List()),
        new DescribedValue(NoAction, new List()),
        rule.Name,
    });

    /// <summary>Null when the filter is not supported, with the reason in <paramref name="problem"/>.</summary>
    public static RuleFilter? Read(Map description, out string problem)
    {
        problem = "";
        if (IsGiven(description["sql-rule-action"])) problem = "SQL actions are not supported by this emulator";
        else if (description["correlation-filter"] is Map correlation) return Read(correlation);
        else if (description["true-filter"] is not null) return TrueFilter.Instance;
        else if (description["sql-filter"] is not Map sql) problem = "the rule has no filter that this emulator supports";
        else if (TrueFilter.IsWrittenAs(sql["expression"] as string)) return TrueFilter.Instance;
        else problem = $"the SQL filter '{sql["expression"]}' is not supported by this emulator: the only one is 1=1";
        return null;
    }

    private static bool IsGiven(object? action) => action is Map { Count: > 0 } map && !string.IsNullOrEmpty(map["expression"] as string);

    private static CorrelationFilter Read(Map map) => new()
    {
        CorrelationId = map.OptionalText("correlation-id"),
        MessageId = map.OptionalText("message-id"),
        To = map.OptionalText("to"),
        ReplyTo = map.OptionalText("reply-to"),
        Label = map.OptionalText("label"),
        SessionId = map.OptionalText("session-id"),
        ReplyToSessionId = map.OptionalText("reply-to-session-id"),
        ContentType = map.OptionalText("content-type"),
        Properties = map.Entries("properties").ToDictionary(entry => entry.Key, entry => entry.Value ?? ""),
    };

    private static DescribedValue Write(CorrelationFilter filter)
    {
        var properties = new Map();
        foreach (var (name, value) in filter.Properties) properties[name] = value;
        return new(Correlation, new List
        {
            filter.CorrelationId, filter.MessageId, filter.To, filter.ReplyTo, filter.Label,
            filter.SessionId, filter.ReplyToSessionId, filter.ContentType, properties,
        });
    }
}
