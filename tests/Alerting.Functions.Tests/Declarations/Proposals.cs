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

    /// <summary>A proposal that follows a declaration.</summary>
    /// <param name="kind">Such as <c>extend</c>.</param>
    /// <param name="of">Id of the declaration.</param>
    /// <param name="members">Further members that differ from those of Utrecht; null takes one away.</param>
    public static string Following(string kind, string of, params (string Name, string? Json)[] members)
    {
        var root = JsonNode.Parse(Utrecht)!.AsObject();
        root["kind"] = kind;
        root["of"] = of;
        foreach (var (name, json) in members)
        {
            root.Remove(name);
            if (json is not null)
                root[name] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

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

    /// <summary>The withdrawal of a declaration.</summary>
    public static string Withdrawal(string of, string scope = """{ "type": "province", "code": "PV26" }""") =>
        Following("withdraw", of, ("level", null), ("until", null), ("scope", scope));
}
