using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Loading;

/// <summary>A published function app: its folder, its host.json and its functions in the order of their names.</summary>
internal sealed record FunctionApp(string Root, HostJson Host, IReadOnlyList<Function> Functions)
{
    /// <summary>Null when anything is wrong; <paramref name="errors"/> then holds all of it, one line each.</summary>
    public static FunctionApp? Load(string root, Settings settings, out IReadOnlyList<string> errors)
    {
        var found = new List<string>();
        errors = found;
        root = Path.GetFullPath(root);
        var host = ReadJson(Path.Combine(root, "host.json"), "host.json", found);
        if (host is null)
            return null;
        HostOverrides.Apply(host, settings);
        var json = HostJson.Read(new(host, "host.json", settings, found));
        var functions = FunctionFolders(root)
            .Select(folder => ReadFunction(folder, settings, found))
            .OfType<Function>()
            .ToList();
        RouteRules.Check(functions, found);
        return found.Count == 0 ? new(root, json, functions) : null;
    }

    private static IEnumerable<string> FunctionFolders(string root) => Directory.EnumerateDirectories(root)
        .Where(folder => File.Exists(Path.Combine(folder, "function.json")))
        .OrderBy(folder => folder, StringComparer.OrdinalIgnoreCase);

    private static Function? ReadFunction(string folder, Settings settings, List<string> errors)
    {
        var name = Path.GetFileName(folder);
        var where = $"{name}/function.json";
        return ReadJson(Path.Combine(folder, "function.json"), where, errors) is { } json
            ? FunctionJson.Read(new(json, where, settings, errors), name, settings)
            : null;
    }

    private static JObject? ReadJson(string file, string where, List<string> errors)
    {
        if (!File.Exists(file))
        {
            errors.Add($"{where}: there is no {file}");
            return null;
        }
        try
        {
            return JObject.Parse(File.ReadAllText(file));
        }
        catch (JsonException error)
        {
            errors.Add($"{where}: not a JSON object: {error.Message}");
            return null;
        }
    }
}
