namespace Alerting.Local.Stack;

/// <summary>How a part is started. One that leads its group left the terminal's, so what it starts can be ended with it.</summary>
internal sealed record Launch(string Program, IReadOnlyList<string> Arguments, bool LeadsItsGroup)
{
    /// <summary>A verb of this program.</summary>
    public static Launch Own(params string[] arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("This program does not know how it was started.");
        var byHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        // Tests run this program's code in a process of their own, so it's named by its own file.
        var file = typeof(Launch).Assembly.Location;
        return byHost || !IsOurs(program, file) ? new("dotnet", [file, .. arguments], true) : new(program, arguments, true);
    }

    /// <summary>A program of <c>local/node_modules</c>.</summary>
    public static Launch Node(Plan plan, string program, params string[] arguments) =>
        new("node", [plan.InRepository("local/part.mjs"), plan.InRepository($"local/node_modules/{program}"), .. arguments], false);

    private static bool IsOurs(string program, string file) =>
        Path.GetFileNameWithoutExtension(program) == Path.GetFileNameWithoutExtension(file);
}
