using System.Text.Json;
using System.Xml;

namespace Alerting.Local.ServiceBus.Topology;

/// <summary>One object of the file: hands out its properties by name and refuses those that nobody asked for.</summary>
internal sealed class ConfigObject
{
    private readonly Dictionary<string, JsonElement> rest = new(StringComparer.OrdinalIgnoreCase);

    public ConfigObject(JsonElement element, string where)
    {
        Where = where;
        if (element.ValueKind != JsonValueKind.Object) throw new TopologyException($"{where}: must be a JSON object");
        foreach (var property in element.EnumerateObject())
        {
            if (!rest.TryAdd(property.Name, property.Value)) throw Fault(property.Name, "is given twice");
        }
    }

    /// <summary>What the object describes, as messages call it: "queue 'sms'".</summary>
    public string Where { get; set; }

    public TopologyException Fault(string property, string problem) => new($"{Where}: {property} {problem}");

    /// <summary>Everything has been read; what is left is not supported.</summary>
    public void Finish()
    {
        if (rest.Keys.FirstOrDefault() is { } unknown) throw Fault(unknown, "is not supported");
    }

    public void Skip(string property) => rest.Remove(property);

    public IReadOnlyDictionary<string, JsonElement> TakeAll()
    {
        var all = new Dictionary<string, JsonElement>(rest);
        rest.Clear();
        return all;
    }

    public ConfigObject? Object(string property) =>
        Take(property) is { } value ? new ConfigObject(value, $"{Where}: {property}") : null;

    public List<ConfigObject> Objects(string property, string each)
    {
        if (Take(property) is not { } value) return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => new ConfigObject(item, $"{Where}: {each}"))]
            : throw Fault(property, "must be a list");
    }

    public string? Text(string property) => Take(property) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Fault(property, "must be a string");

    public bool Flag(string property) => Take(property) is { } value && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Fault(property, "must be true or false"),
    };

    public int? Number(string property) => Take(property) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Fault(property, "must be a whole number");

    /// <summary>An ISO 8601 duration above zero.</summary>
    public TimeSpan? Duration(string property)
    {
        if (Text(property) is not { } text) return null;
        return ParseDuration(text) is { } duration && duration > TimeSpan.Zero
            ? duration
            : throw Fault(property, $"'{text}' is not an ISO 8601 duration above zero, such as PT1M");
    }

    private static TimeSpan? ParseDuration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return null;
        }
        catch (OverflowException)
        {
            // P10675199DT2H48M5.4775807S and anything longer: for ever.
            return text.StartsWith('-') ? null : TimeSpan.MaxValue;
        }
    }

    private JsonElement? Take(string property) =>
        rest.Remove(property, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
