namespace Alerting.Local.Functions;

/// <summary>What <c>functions</c> is told on the command line.</summary>
internal sealed record FunctionsOptions(string Root, int Port, string? EnvironmentFile, string? StateFolder)
{
    public const string Usage = "functions --root DIR [--port 7071] [--env-file local.settings.json] [--state DIR]";

    /// <summary>Null when the arguments cannot be used; <paramref name="problem"/> says why.</summary>
    public static FunctionsOptions? Parse(IReadOnlyList<string> args, out string problem)
    {
        var values = new Dictionary<string, string>();
        problem = "";
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is not ("--root" or "--port" or "--env-file" or "--state") || i + 1 == args.Count)
            {
                problem = $"'{args[i]}' is not understood. Use: {Usage}";
                return null;
            }
            values[args[i]] = args[i + 1];
        }
        if (!values.TryGetValue("--root", out var root))
            problem = $"--root is missing. Use: {Usage}";
        else if (!ushort.TryParse(values.GetValueOrDefault("--port", "7071"), out var port))
            problem = $"--port '{values["--port"]}' is not a port";
        else
            return new(root, port, values.GetValueOrDefault("--env-file"), values.GetValueOrDefault("--state"));
        return null;
    }
}
