namespace Alerting.Local;

/// <summary>Options of a command line: <c>--name value</c>, <c>--name=value</c> and <c>--flag</c>. Unknown ones are an error that names them.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> given = [];

    public string? Error { get; private set; }

    public string? this[string name] => given.GetValueOrDefault(name);

    public static Options Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> values, IReadOnlyCollection<string> flags)
    {
        var options = new Options();
        for (var i = 0; i < args.Count && options.Error is null; i++)
        {
            var (name, value) = Split(args[i]);
            if (name is not null && flags.Contains(name) && value is null)
                options.given[name] = "";
            else if (name is null || !values.Contains(name))
                options.Error = $"Unknown option '{args[i]}'.";
            else if ((value ?? (i + 1 < args.Count ? args[++i] : null)) is { } text)
                options.given[name] = text;
            else
                options.Error = $"--{name} needs a value.";
        }
        return options;
    }

    public bool Has(string flag) => given.ContainsKey(flag);

    /// <summary>A whole number, or null when the option was not given; anything else becomes <see cref="Error"/>.</summary>
    public int? Number(string name)
    {
        if (this[name] is not { } text)
            return null;
        if (int.TryParse(text, out var number))
            return number;
        Error ??= $"--{name} needs a number, not '{text}'.";
        return null;
    }

    public async Task<int> RefuseAsync(string usage)
    {
        await Console.Error.WriteLineAsync($"{Error}\nUsage: {usage}");
        return 2;
    }

    private static (string? Name, string? Value) Split(string arg) =>
        !arg.StartsWith("--", StringComparison.Ordinal) ? (null, null) :
        arg.IndexOf('=') is > 0 and var at ? (arg[2..at], arg[(at + 1)..]) : (arg[2..], null);
}
