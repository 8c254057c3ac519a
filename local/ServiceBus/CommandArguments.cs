using System.Globalization;
using Alerting.Local.ServiceBus.Topology;

namespace Alerting.Local.ServiceBus;

/// <summary>What stands behind the verb servicebus.</summary>
/// <param name="Config">The topology file.</param>
/// <param name="Port">0: any free port.</param>
/// <param name="ReleaseAll">--release-on-disconnect without a name: all entities.</param>
/// <param name="Released">--release-on-disconnect=NAME, possibly several times.</param>
internal sealed record CommandArguments(string Config, int Port, bool ReleaseAll, IReadOnlySet<string> Released)
{
    private const string Usage = "usage: servicebus --config FILE [--port N] [--release-on-disconnect[=ENTITY]]...";
    private const string Release = "--release-on-disconnect";

    /// <exception cref="CommandException">An argument is unknown, incomplete or of the wrong kind.</exception>
    public static CommandArguments Parse(string[] args)
    {
        string? config = null;
        var port = BrokerOptions.DefaultPort;
        var all = false;
        var released = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--config") config = Value(args, ref at);
            else if (args[at] == "--port") port = ParsePort(Value(args, ref at));
            else if (args[at] == Release) all = true;
            else if (args[at].StartsWith(Release + "=", StringComparison.Ordinal)) released.Add(args[at][(Release.Length + 1)..]);
            else throw new CommandException($"'{args[at]}' is not known; {Usage}");
        }

        return new(config ?? throw new CommandException($"--config is missing; {Usage}"), port, all, released);
    }

    /// <exception cref="CommandException">A name given is not an entity of the topology.</exception>
    public BrokerOptions ToOptions(BrokerTopology topology)
    {
        var known = topology.Queues.Select(queue => queue.Name).Concat(topology.Topics.SelectMany(
            topic => topic.Subscriptions.Select(item => Engine.EntityAddress.SubscriptionPath(topic.Name, item.Name))));
        if (Released.Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } stranger)
        {
            throw new CommandException($"{Release}={stranger}: there is no such queue or subscription");
        }

        return new() { Topology = topology, Port = Port, ReleasesLocksOnDisconnect = path => ReleaseAll || Released.Contains(path) };
    }

    private static string Value(string[] args, ref int at) =>
        ++at < args.Length ? args[at] : throw new CommandException($"{args[at - 1]} needs a value; {Usage}");

    private static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new CommandException($"--port '{text}' is not a port");
}
