using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Tests.Functions;

/// <summary>A published app in a folder of its own; its handler is the test handler.</summary>
internal sealed class AppFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("functions-");

    public AppFolder(string hostMembers = "", string handlerMembers = "") => Write("host.json", $$"""
        {
          "version": "2.0",
          "customHandler": {
            "description": { "defaultExecutablePath": "{{HandlerFile}}" },
            "enableProxyingHttpRequest": true{{handlerMembers}}
          }{{hostMembers}}
        }
        """);

    public static string HandlerFile => Path.Combine(AppContext.BaseDirectory, "Alerting.TestHandler");

    public string Root => folder.FullName;

    public AppFolder Write(string file, string content)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public AppFolder With(string function, string binding, string more = "") => Write(function + "/function.json", $$"""
        { "bindings": [ {{binding}} ]{{more}} }
        """);

    /// <summary>A function whose requests are passed on raw.</summary>
    public AppFolder WithHttp(string function, string more = "") => With(function, $$"""
        { "type": "httpTrigger", "direction": "in", "name": "req"{{more}} }, { "type": "http", "direction": "out", "name": "res" }
        """);

    public FunctionApp? Load(out IReadOnlyList<string> errors, params IEnumerable<(string Name, string Value)> settings) =>
        FunctionApp.Load(Root, SettingsOf(settings), out errors);

    public static Settings SettingsOf(IEnumerable<(string Name, string Value)> settings) =>
        new(settings.ToDictionary(s => s.Name, s => s.Value));

    public void Dispose() => folder.Delete(recursive: true);
}
