using System.Reflection;
using System.Text.Json;
using Alerting.Bus;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>The broker in Azure, the emulator's topology file and the constants of the code are one thing.</summary>
public sealed class TopologyTests(Compiled compiled)
{
    private const string Namespaces = "Microsoft.ServiceBus/namespaces";
    private static readonly JsonElement Topology = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("local", "servicebus.json")))
        .RootElement.GetProperty("UserConfig").GetProperty("Namespaces")[0];

    public static TheoryData<string> Environments => [.. Compiled.Environments];

    [Theory]
    [MemberData(nameof(Environments))]
    public void EveryEntityOfTheEmulatorIsInAzureWithTheSamePropertiesAndNoOtherIs(string environment)
    {
        var expected = Expected().Order(StringComparer.Ordinal);
        var actual = compiled.Resources(environment)
            .Where(resource => TypeOf(resource).StartsWith(Namespaces + "/", StringComparison.Ordinal))
            .Select(resource => Line(Kind(resource), PathOf(resource), Properties(resource)));
        Assert.Equal(expected, actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheConstantsOfTheCodeNameEveryEntityAndNoOther()
    {
        var constants = typeof(Entities).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        var names = compiled.Resources("prod")
            .Where(resource => Kind(resource) is "queues" or "topics" or "subscriptions")
            .Select(resource => PathOf(resource).Split('/')[^1]);
        Assert.Equal(constants.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    /// <summary>One line per entity: kind, path, properties, as the emulator and the broker both understand the file.</summary>
    private static IEnumerable<string> Expected() =>
    [
        .. Topology.GetProperty("Queues").EnumerateArray().Select(queue => Line("queues", Name(queue), Of(queue, expires: true, remembers: true))),
        .. Topology.GetProperty("Topics").EnumerateArray().SelectMany(Topic),
    ];

    private static IEnumerable<string> Topic(JsonElement topic) =>
    [
        Line("topics", Name(topic), Of(topic, expires: false, remembers: true)),
        .. topic.GetProperty("Subscriptions").EnumerateArray().SelectMany(subscription => Subscription(Name(topic), subscription)),
    ];

    private static IEnumerable<string> Subscription(string topic, JsonElement subscription) =>
    [
        Line("subscriptions", $"{topic}/{Name(subscription)}", Of(subscription, expires: true, remembers: false)),
        // Azure adds a rule that lets everything through unless there is one of its name.
        Line("rules", $"{topic}/{Name(subscription)}/$Default", new() { ["filterType"] = "SqlFilter", ["sqlFilter.sqlExpression"] = "1=0" }),
        .. subscription.GetProperty("Rules").EnumerateArray().Select(rule => Line("rules", $"{topic}/{Name(subscription)}/{Name(rule)}", Filter(rule))),
    ];

    private static SortedDictionary<string, string> Filter(JsonElement rule)
    {
        var properties = rule.GetProperty("Properties");
        Assert.Equal("Correlation", properties.GetProperty("FilterType").GetString());
        return new() { ["filterType"] = "CorrelationFilter", ["correlationFilter.label"] = properties.GetProperty("CorrelationFilter").GetProperty("Label").GetString()! };
    }

    private static SortedDictionary<string, string> Of(JsonElement entity, bool expires, bool remembers)
    {
        // What the emulator takes when the file says nothing.
        SortedDictionary<string, string> properties = new(StringComparer.Ordinal) { ["defaultMessageTimeToLive"] = "P10675199DT2H48M5.4775807S" };
        if (expires)
            properties["deadLetteringOnMessageExpiration"] = "false";
        if (remembers)
        {
            properties["requiresDuplicateDetection"] = "false";
            properties["duplicateDetectionHistoryTimeWindow"] = "PT10M";
        }
        foreach (var given in entity.GetProperty("Properties").EnumerateObject())
            properties[JsonNamingPolicy.CamelCase.ConvertName(given.Name)] = Text(given.Value);
        return properties;
    }

    private static SortedDictionary<string, string> Properties(JsonElement resource)
    {
        SortedDictionary<string, string> properties = new(StringComparer.Ordinal);
        foreach (var property in resource.GetProperty("properties").EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
                foreach (var inner in property.Value.EnumerateObject())
                    properties[$"{property.Name}.{inner.Name}"] = Text(inner.Value);
            else
                properties[property.Name] = Text(property.Value);
        }
        return properties;
    }

    private static string Line(string kind, string path, SortedDictionary<string, string> properties) =>
        $"{kind} {path}: {string.Join(", ", properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value}"))}";

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Name(JsonElement entity) => entity.GetProperty("Name").GetString()!;

    private static string TypeOf(JsonElement resource) => resource.GetProperty("type").GetString()!;

    private static string Kind(JsonElement resource) => TypeOf(resource).Split('/')[^1];

    private static string PathOf(JsonElement resource) => resource.GetProperty("name").GetString()!.Split('/', 2)[^1];
}
