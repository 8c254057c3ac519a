using System.Text.Json.Nodes;

namespace Alerting.Functions.Tests.Declarations;

/// <summary>The declaration of 18 March 2019, and changes to it.</summary>
internal static class Proposals
{
    public const string Utrecht = """
        {
          "kind": "set",
          "scope": { "type": "province", "code": "PV26" },
          "level": 5,
          "until": "2019-03-18T18:00:00+01:00",
          "reason": { "nl": "Aanslag in Utrecht.", "en": "Attack in Utrecht." },
          "status": "actual"
        }
        """;

    /// <summary>The proposal with one member, by dotted path, replaced by JSON; null takes it away.</summary>
    public static string With(string path, string? json)
    {
        var root = JsonNode.Parse(Utrecht)!.AsObject();
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(root, (node, name) => node[name]!.AsObject());
        parent.Remove(names[^1]);
        if (json is not null)
            parent[names[^1]] = JsonNode.Parse(json);
        return root.ToJsonString();
    }
}
