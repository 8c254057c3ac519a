using System.Globalization;
using Alerting.Local.Hosting;

namespace Alerting.Local.Stack;

/// <summary>What the command line says about the whole stack.</summary>
internal sealed record StackOptions
{
    private static readonly string[] Values = ["data", "functions-root", "only", "port-offset", "ports"];
    private static readonly string[] Flags = ["fresh", "in-memory", "json-status", "no-seed", "verbose"];

    public required IReadOnlyList<Port> Ports { get; init; }

    /// <summary>Where data is kept; null means a folder that is gone afterwards.</summary>
    public string? Data { get; init; }

    /// <summary>The published function app; null means where <c>./run</c> publishes it.</summary>
    public string? FunctionsRoot { get; init; }

    /// <summary>The roles to start; null means all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    public bool Fresh { get; init; }

    public bool InMemory { get; init; }

    public bool JsonStatus { get; init; }

    public bool NoSeed { get; init; }

    public bool Verbose { get; init; }

    public static StackOptions? Parse(IReadOnlyList<string> args, IReadOnlyList<Port> ports, out string? error)
    {
        var known = Values.Concat(ports.Select(port => port.Option)).ToArray();
        if (Arguments.Parse(args, known, Flags, out error) is not { } given || Numbers(given, ports, out error) is not { } chosen)
            return null;
        return new StackOptions
        {
            Ports = chosen,
            Data = given.Text("data") ?? (given.Has("in-memory") ? null : ".local"),
            FunctionsRoot = given.Text("functions-root"),
            Only = given.Text("only")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Fresh = given.Has("fresh"),
            InMemory = given.Has("in-memory"),
            JsonStatus = given.Has("json-status"),
            NoSeed = given.Has("no-seed"),
            Verbose = given.Has("verbose"),
        };
    }

    private static Port[]? Numbers(Arguments given, IReadOnlyList<Port> ports, out string? error)
    {
        if (given.Text("ports") is { } ways && ways != "auto")
            return Refuse("--ports knows one value: auto", out error);
        if (!int.TryParse(given.Text("port-offset", "0"), CultureInfo.InvariantCulture, out var offset))
            return Refuse("--port-offset needs a whole number", out error);
        var start = given.Text("ports") == "auto" ? FreePorts.Take(ports.Count) : [.. ports.Select(port => port.Number + offset)];
        var chosen = new List<Port>();
        foreach (var (port, number) in ports.Zip(start))
        {
            if (!given.TryPort(port.Option, number, out var final) || final is < 1 or > 65535)
                return Refuse($"{port.Role}: {final} is no port; they go from 1 to 65535", out error);
            chosen.Add(port with { Number = final });
        }
        return Twice(chosen) is { } twice ? Refuse(twice, out error) : Accept(chosen, out error);
    }

    private static string? Twice(IEnumerable<Port> ports) => ports.GroupBy(port => port.Number).FirstOrDefault(group => group.Count() > 1) is { } same
        ? $"port {same.Key} is given to {string.Join(" and ", same.Select(port => port.Role))}"
        : null;

    private static Port[] Accept(List<Port> ports, out string? error)
    {
        error = null;
        return [.. ports];
    }

    private static Port[]? Refuse(string why, out string? error)
    {
        error = why;
        return null;
    }
}
