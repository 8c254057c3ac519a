using System.Collections;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Loading;

/// <summary>The application settings: what %NAME% and <c>connection</c> in a function.json point at, and what the handler inherits.</summary>
internal sealed partial class Settings(IReadOnlyDictionary<string, string> values)
{
    public IReadOnlyDictionary<string, string> Values { get; } = values;

    public string? this[string name] => Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The environment of this process; the file's <c>Values</c> fill in what it does not hold.</summary>
    public static Settings FromEnvironment(string? file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
            values[(string)entry.Key] = (string?)entry.Value ?? "";
        if (file is not null)
            foreach (var (name, value) in ReadFile(file))
                values.TryAdd(name, value);
        return new(values);
    }

    /// <summary>Fills in %NAME%; a name without a setting stays as it is and is named in <paramref name="missing"/>.</summary>
    public string Resolve(string text, out string? missing)
    {
        string? unknown = null;
        var resolved = Reference().Replace(text, match =>
        {
            if (this[match.Groups[1].Value] is { } value)
                return value;
            unknown ??= match.Groups[1].Value;
            return match.Value;
        });
        missing = unknown;
        return resolved;
    }

    private static IEnumerable<(string Name, string Value)> ReadFile(string file)
    {
        JObject json;
        try
        {
            json = JObject.Parse(File.ReadAllText(file));
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file} is not JSON: {error.Message}", error);
        }
        return json[nameof(Values)] is JObject values
            ? values.Properties().Select(p => (p.Name, p.Value.ToString()))
            : throw new InvalidDataException($"{file} has no object \"Values\"");
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
