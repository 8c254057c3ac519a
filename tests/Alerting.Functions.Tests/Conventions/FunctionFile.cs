using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Conventions;

/// <summary>A function.json as it stands in the repository.</summary>
internal sealed record FunctionFile(string Name, string Path, JsonElement Trigger)
{
    /// <summary>All but the one whose requests are for nobody.</summary>
    public static IReadOnlyList<FunctionFile> All { get; } = [.. Files().Where(file => file.Name != nameof(AnswerUnknown))];

    /// <summary>The one that takes what no other takes.</summary>
    public static FunctionFile CatchAll { get; } = Files().Single(file => file.Name == nameof(AnswerUnknown));

    public string Type => Text("type")!;

    /// <summary>Queue, or <c>topic/Subscriptions/name</c>; null for other triggers.</summary>
    public string? Entity => Text("queueName") ?? (Text("topicName") is { } topic ? $"{topic}/Subscriptions/{Text("subscriptionName")}" : null);

    /// <summary>Method and path of an HTTP function.</summary>
    public string Line => $"{Assert.Single(Trigger.GetProperty("methods").EnumerateArray()).GetString()!.ToUpperInvariant()} /api/{Text("route")}";

    public string? Text(string name) => Trigger.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<FunctionFile> Files() =>
        System.IO.Directory.EnumerateFiles(Repository.PathTo("functions"), "*.function.json", SearchOption.AllDirectories).Select(Read);

    private static FunctionFile Read(string path)
    {
        var bindings = JsonElement.Parse(File.ReadAllBytes(path)).GetProperty("bindings").EnumerateArray().ToList();
        var trigger = Assert.Single(bindings, binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
        return new(System.IO.Path.GetFileName(path).Replace(".function.json", "", StringComparison.Ordinal), path, trigger);
    }
}
