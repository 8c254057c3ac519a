using System.Text.Json;
using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.ServiceBus.Topology;

internal static class RuleReader
{
    public static Rule Rule(ConfigObject source, string subscription)
    {
        var name = EntityReader.Name(source, $"{subscription}: rule");
        var properties = source.Object("Properties") ?? throw source.Fault("Properties", "is missing");
        source.Finish();
        properties.Where = source.Where;
        var filter = Filter(properties);
        properties.Finish();
        return new(name, filter);
    }

    private static RuleFilter Filter(ConfigObject properties)
    {
        if (properties.Object("Action") is not null) throw properties.Fault("Action", "is not supported: SQL actions");
        var correlation = properties.Object("CorrelationFilter");
        var sql = properties.Object("SqlFilter");
        return properties.Text("FilterType") switch
        {
            "Correlation" when sql is null => correlation is null
                ? throw properties.Fault("CorrelationFilter", "is missing")
                : Correlation(correlation),
            "Sql" when correlation is null => sql is null
                ? throw properties.Fault("SqlFilter", "is missing")
                : Sql(sql),
            "True" or "TrueFilter" when sql is null && correlation is null => TrueFilter.Instance,
            "Correlation" => throw properties.Fault("SqlFilter", "does not go with FilterType Correlation"),
            "Sql" => throw properties.Fault("CorrelationFilter", "does not go with FilterType Sql"),
            null => throw properties.Fault("FilterType", "is missing"),
            var other => throw properties.Fault("FilterType", $"'{other}' is not supported; use Correlation, or Sql with 1=1"),
        };
    }

    private static TrueFilter Sql(ConfigObject source)
    {
        var expression = source.Text("SqlExpression");
        source.Finish();
        return TrueFilter.IsWrittenAs(expression)
            ? TrueFilter.Instance
            : throw source.Fault("SqlExpression", $"'{expression}' is not supported: the only SQL filter is 1=1");
    }

    private static CorrelationFilter Correlation(ConfigObject source)
    {
        var filter = new CorrelationFilter
        {
            ContentType = source.Text("ContentType"),
            CorrelationId = source.Text("CorrelationId"),
            Label = source.Text("Label"),
            MessageId = source.Text("MessageId"),
            ReplyTo = source.Text("ReplyTo"),
            ReplyToSessionId = source.Text("ReplyToSessionId"),
            SessionId = source.Text("SessionId"),
            To = source.Text("To"),
            Properties = Values(source.Object("Properties")),
        };
        source.Finish();
        return filter.IsEmpty ? throw source.Fault("Properties", "or a system property must be given: the filter is empty") : filter;
    }

    private static Dictionary<string, object> Values(ConfigObject? source) =>
        source is null ? [] : source.TakeAll().ToDictionary(pair => pair.Key, pair => Value(source, pair.Key, pair.Value));

    private static object Value(ConfigObject source, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        _ => throw source.Fault(name, "must be a string, a number or a boolean"),
    };
}
