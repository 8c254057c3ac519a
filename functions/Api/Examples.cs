using System.Text.Json.Nodes;

namespace Alerting.Functions;

/// <summary>What is sent to the functions and what they answer, as it could be, by the function's name: <c>examples.json</c>.</summary>
internal static class Examples
{
    private const string File = "examples.json";

    private static readonly Lazy<JsonNode> All = new(Read);

    /// <summary>Bodies of requests by what they are for; none for a function that takes no JSON.</summary>
    public static IEnumerable<(string Name, JsonNode Body)> RequestsOf(string? function) =>
        Of(function, "requests") is JsonObject requests ? requests.Select(request => (request.Key, request.Value!.DeepClone())) : [];

    /// <summary>The answer to a request that was taken; null for a function that answers no JSON.</summary>
    public static JsonNode? AnswerOf(string? function) => Of(function, "answer")?.DeepClone();

    private static JsonNode? Of(string? function, string part) => function is null ? null : All.Value[function]?[part];

    private static JsonNode Read()
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream(File)!;
        return JsonNode.Parse(file)!;
    }
}
