namespace Alerting.Local.Hosting;

/// <summary>The options of one verb: <c>--name value</c> pairs and <c>--flags</c>, each known by name, each at most once.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private readonly HashSet<string> flags = new(StringComparer.Ordinal);

    private Arguments()
    {
    }

    /// <summary>Reads the pairs; <paramref name="error"/> says what is wrong with the first bad one.</summary>
    public static Arguments? Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> known, out string? error) =>
        Parse(args, known, [], out error);

    /// <summary>Reads the pairs and the flags, which have no value.</summary>
    public static Arguments? Parse(
        IReadOnlyList<string> args, IReadOnlyCollection<string> known, IReadOnlyCollection<string> knownFlags, out string? error)
    {
        var parsed = new Arguments();
        error = null;
        for (var i = 0; i < args.Count && error is null; i++)
        {
            if (args[i].StartsWith("--", StringComparison.Ordinal) && knownFlags.Contains(args[i][2..]))
                parsed.flags.Add(args[i][2..]);
            else
                error = parsed.Take(args, i++, known);
        }
        return error is null ? parsed : null;
    }

    public bool Has(string flag) => flags.Contains(flag);

    public string Text(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    public string? Text(string name) => values.GetValueOrDefault(name);

    /// <summary>A port: 0 asks the system for a free one.</summary>
    public bool TryPort(string name, int otherwise, out int port)
    {
        port = otherwise;
        return !values.TryGetValue(name, out var text)
            || (int.TryParse(text, out port) && port is >= 0 and <= 65535);
    }

    private string? Take(IReadOnlyList<string> args, int at, IReadOnlyCollection<string> known)
    {
        var name = args[at].StartsWith("--", StringComparison.Ordinal) ? args[at][2..] : null;
        if (name is null || !known.Contains(name))
            return $"unknown argument '{args[at]}'; known are {string.Join(", ", known.Select(k => "--" + k))}";
        if (at + 1 == args.Count)
            return $"--{name} needs a value";
        return values.TryAdd(name, args[at + 1]) ? null : $"--{name} is given twice";
    }
}
