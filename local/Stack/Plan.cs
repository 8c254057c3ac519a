using System.Globalization;

namespace Alerting.Local.Stack;

/// <summary>Where everything of one run is: ports, the repository, the data.</summary>
internal sealed class Plan(StackOptions options, string repository, string data)
{
    public const string Host = "127.0.0.1";
    private readonly Dictionary<string, Port> ports = options.Ports.ToDictionary(port => port.Name);

    public StackOptions Options => options;

    public string Repository => repository;

    public string Data => data;

    public string Settings => InData("local.settings.json");

    public string FunctionsRoot =>
        Path.GetFullPath(options.FunctionsRoot ?? InRepository("artifacts/publish/Alerting.Functions/release"));

    public Port this[string name] => ports[name];

    public string Number(string name) => ports[name].Number.ToString(CultureInfo.InvariantCulture);

    public string Url(string name) => $"http://{Host}:{ports[name].Number}/";

    public string InData(string path) => Path.Combine(data, path);

    public string InRepository(string path) => Path.Combine(repository, path);

    /// <summary>The folder with <c>Alerting.sln</c> in it, at or above the place that this program runs from.</summary>
    public static string? FindRepository(string from)
    {
        var folder = new DirectoryInfo(from);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alerting.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }
}
