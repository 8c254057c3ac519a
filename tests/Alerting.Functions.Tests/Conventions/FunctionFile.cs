using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Conventions;

/// <summary>A function.json as it stands in the repository.</summary>
internal sealed record FunctionFile(string Name, string Path, JsonElement Trigger)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FunctionFile> All { get; } =
    [
        .. System.IO.Directory.EnumerateFiles(Repository.PathTo("functions"), "*.function.json", SearchOption.AllDirectories).Select(Read),
    ];

    public string Type => Text("type")!;

    /// <summary>Queue, or <c>topic/Subscriptions/name</c>; null for other triggers.</summary>
    public string? Entity => Text("queueName") ?? (Text("topicName") is { } topic ? $"{topic}/Subscriptions/{Text("subscriptionName")}" : null);

    /// <summary>Method and path of an HTTP function.</summary>
    public string Line => $"{Assert.Single(Trigger.GetProperty("methods").EnumerateArray()).GetString()!.ToUpperInvariant()} /api/{Text("route")}";

    public string? Text(string name) => Trigger.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static FunctionFile Read(string path)
    {
        var bindings = JsonElement.Parse(File.ReadAllBytes(path)).GetProperty("bindings").EnumerateArray().ToList();
        var trigger = Assert.Single(bindings, binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
        return new(System.IO.Path.GetFileName(path).Replace(".function.json", "", StringComparison.Ordinal), path, trigger);
    }
}
