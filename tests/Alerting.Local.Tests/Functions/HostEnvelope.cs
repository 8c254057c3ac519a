using System.Text;
using System.Text.Json;

namespace Alerting.Local.Tests.Functions;

/// <summary>One recorded case of the Functions host; see host-envelopes/README.md for its members.</summary>
internal sealed record HostEnvelope(string Name, JsonElement Case)
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "host-envelopes");

    public JsonElement Given => Case.GetProperty("given");

    /// <summary>Method and path of a request case.</summary>
    public (string Method, string Path) RequestLine =>
        (Request.GetProperty("method").GetString()!, Request.GetProperty("path").GetString()!);

    /// <summary>Headers of a request case in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders =>
        [.. Request.GetProperty("headers").EnumerateObject().Select(h => KeyValuePair.Create(h.Name, h.Value.GetString()!))];

    public string RequestFraming => Request.GetProperty("bodyFraming").GetString()!;

    public string RequestBody => Request.GetProperty("body").GetString()!;

    private JsonElement Request => Case.GetProperty("request");

    /// <summary>The names of all cases that begin so, in order.</summary>
    public static IReadOnlyList<string> Names(string prefix) => [.. System.IO.Directory.EnumerateFiles(Folder, prefix + "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal)];

    public static HostEnvelope Load(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json"), Encoding.UTF8),
            new() { MaxDepth = 1024 });
        return new(name, json.RootElement.Clone());
    }
}
