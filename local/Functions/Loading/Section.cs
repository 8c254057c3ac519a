using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Loading;

/// <summary>
/// A JSON object that remembers which members were asked for, so that the others can be refused by name.
/// Names are matched in any letter case, as the host does.
/// </summary>
internal sealed class Section(JObject json, string path, Settings settings, List<string> errors)
{
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public string Path { get; } = path;

    public string? Text(string name)
    {
        if (Take(name) is not { } value)
            return null;
        if (value.Type != JTokenType.String)
            return Fail<string>(name, "must be text");
        var text = settings.Resolve((string)value!, out var missing);
        return missing is null ? text : Fail<string>(name, $"names the setting '{missing}', which is not set");
    }

    public string Required(string name)
    {
        if (json.GetValue(name, StringComparison.OrdinalIgnoreCase) is null)
            errors.Add($"{Path}: '{name}' is missing");
        return Text(name) ?? "";
    }

    public bool? Flag(string name) => Take(name) switch
    {
        null => null,
        { Type: JTokenType.Boolean } value => (bool)value,
        { Type: JTokenType.String } value when bool.TryParse((string?)value, out var flag) => flag,
        _ => Fail<bool?>(name, "must be true or false")
    };

    public int? Number(string name, int atLeast)
    {
        var value = Take(name);
        if (value is null)
            return null;
        return int.TryParse(value.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= atLeast
            ? number
            : Fail<int?>(name, $"must be a whole number of at least {atLeast}");
    }

    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? time
            : Fail<TimeSpan?>(name, "must be a time span such as 00:05:00");
    }

    public IReadOnlyList<string> Texts(string name)
    {
        switch (Take(name))
        {
            case null:
                return [];
            case JArray array when array.All(item => item.Type == JTokenType.String):
                return [.. array.Select(item => (string)item!)];
            default:
                Fail<string>(name, "must be a list of texts");
                return [];
        }
    }

    public Section Child(string name) => new(
        Take(name) switch { null => [], JObject child => child, _ => Fail<JObject>(name, "must be an object") ?? [] },
        $"{Path}: {name}", settings, errors);

    public IReadOnlyList<Section> Children(string name, Func<JObject, string> describe)
    {
        if (Take(name) is not JArray array || array.Any(item => item is not JObject))
        {
            Fail<string>(name, "must be a list of objects");
            return [];
        }
        return [.. array.Cast<JObject>().Select(item => new Section(item, $"{Path}: {describe(item)}", settings, errors))];
    }

    /// <summary>Members that change nothing on one machine.</summary>
    public void WithoutEffect(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            known.Add(name);
    }

    /// <summary>A member that is honoured for one value only.</summary>
    public void Only(string name, string value)
    {
        if (Take(name) is { } given && !string.Equals(given.ToString(), value, StringComparison.OrdinalIgnoreCase))
            Fail<string>(name, $"can only be {value} here, not {given.ToString(Newtonsoft.Json.Formatting.None)}");
    }

    public void Refuse(string problem) => errors.Add($"{Path}: {problem}");

    public void RefuseRest()
    {
        foreach (var member in json.Properties().Where(member => !known.Contains(member.Name)))
            errors.Add($"{Path}: '{member.Name}' is not supported");
    }

    private JToken? Take(string name)
    {
        known.Add(name);
        var value = json.GetValue(name, StringComparison.OrdinalIgnoreCase);
        return value is { Type: JTokenType.Null } ? null : value;
    }

    private T? Fail<T>(string name, string problem)
    {
        errors.Add($"{Path}: '{name}' {problem}");
        return default;
    }
}
