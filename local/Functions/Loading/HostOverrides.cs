using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Loading;

/// <summary>Settings named <c>AzureFunctionsJobHost__a__b</c> replace the value at <c>a.b</c> in host.json.</summary>
internal static class HostOverrides
{
    private const string Prefix = "AzureFunctionsJobHost__";

    public static void Apply(JObject host, Settings settings)
    {
        foreach (var (name, value) in settings.Values.OrderBy(s => s.Key, StringComparer.Ordinal))
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                Set(host, name[Prefix.Length..].Split("__"), value);
    }

    private static void Set(JObject at, ReadOnlySpan<string> path, string value)
    {
        var key = at.Property(path[0], StringComparison.OrdinalIgnoreCase)?.Name ?? path[0];
        if (path.Length == 1)
        {
            // Lists are given as the text of a JSON array.
            at[key] = value.StartsWith('[') ? JArray.Parse(value) : value;
            return;
        }
        if (at[key] is not JObject child)
            at[key] = child = [];
        Set(child, path[1..], value);
    }
}
