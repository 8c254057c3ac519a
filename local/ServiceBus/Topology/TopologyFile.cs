using System.Text.Json;

namespace Alerting.Local.ServiceBus.Topology;

/// <summary>Reads a topology in the format of the Config.json of Microsoft's emulator.</summary>
public static class TopologyFile
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="TopologyException">The file is absent, is not JSON, or asks for something unsupported.</exception>
    public static BrokerTopology Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new TopologyException($"cannot read {path}: {problem.Message}", problem);
        }
        catch (TopologyException problem)
        {
            throw new TopologyException($"{path}: {problem.Message}", problem);
        }
    }

    /// <exception cref="TopologyException">The text is not JSON, or asks for something unsupported.</exception>
    public static BrokerTopology Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Namespace(new ConfigObject(document.RootElement, "file"));
        }
        catch (JsonException problem)
        {
            throw new TopologyException($"not valid JSON: {problem.Message}", problem);
        }
    }

    private static BrokerTopology Namespace(ConfigObject file)
    {
        var user = file.Object("UserConfig") ?? throw file.Fault("UserConfig", "is missing");
        file.Finish();
        user.Skip("Logging");
        var namespaces = user.Objects("Namespaces", "namespace");
        user.Finish();
        return namespaces is [var only]
            ? Entities(only)
            : throw user.Fault("Namespaces", $"must list one namespace, not {namespaces.Count}");
    }

    private static BrokerTopology Entities(ConfigObject area)
    {
        area.Skip("Name");
        var queues = area.Objects("Queues", "queue").ConvertAll(EntityReader.Queue);
        var topics = area.Objects("Topics", "topic").ConvertAll(EntityReader.Topic);
        area.Finish();
        RefuseTwins(area, queues.Select(queue => queue.Name).Concat(topics.Select(topic => topic.Name)));
        return new(queues, topics);
    }

    internal static void RefuseTwins(ConfigObject where, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!seen.Add(name)) throw where.Fault("Name", $"'{name}' is used twice");
        }
    }
}
