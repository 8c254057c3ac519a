using System.Text.Json;

namespace Alerting.Infra.Tests;

/// <summary>
/// The templates as the compiler leaves them: the JSON of main.bicep, and per environment what Azure would be asked for,
/// with loops unrolled and conditions decided.
/// </summary>
public sealed class Compiled : IAsyncLifetime
{
    public static readonly string[] Environments = ["dev", "test", "prod"];
    private readonly Dictionary<string, JsonDocument> environments = [];
    private JsonDocument? template;

    public JsonElement Template => template!.RootElement;

    /// <summary>Every resource of an environment.</summary>
    public IReadOnlyList<JsonElement> Resources(string environment) =>
        [.. environments[environment].RootElement.GetProperty("predictedResources").EnumerateArray()];

    /// <summary>The resources of one type.</summary>
    public IReadOnlyList<JsonElement> Resources(string environment, string type) =>
        [.. Resources(environment).Where(resource => resource.GetProperty("type").GetString() == type)];

    /// <summary>The one resource of a type.</summary>
    public JsonElement Resource(string environment, string type) => Assert.Single(Resources(environment, type));

    public async ValueTask InitializeAsync()
    {
        using var folder = new TemplateFolder();
        var built = await BicepCompiler.RunAsync(["build", folder.Template("main.bicep"), "--stdout"], CancellationToken.None);
        Assert.True(built.ExitCode == 0, built.Diagnostics);
        template = JsonDocument.Parse(built.Output);
        foreach (var environment in Environments)
            environments[environment] = await PredictAsync(folder, environment);
    }

    public ValueTask DisposeAsync()
    {
        template?.Dispose();
        foreach (var document in environments.Values)
            document.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static Task<BicepRun> SnapshotAsync(TemplateFolder folder, string environment, CancellationToken ct) => BicepCompiler.RunAsync(
        ["snapshot", folder.Template("env", $"{environment}.bicepparam"), "--mode", "overwrite", "--location", "westeurope",
            "--tenant-id", "00000000-0000-4000-8000-00000000a1e7", "--subscription-id", "00000000-0000-4000-8000-000000000001"], ct);

    /// <summary>What Azure would be asked for with the templates of a folder.</summary>
    internal static async Task<JsonDocument> PredictAsync(TemplateFolder folder, string environment)
    {
        var run = await SnapshotAsync(folder, environment, CancellationToken.None);
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        return JsonDocument.Parse(await File.ReadAllTextAsync(folder.Template("env", $"{environment}.snapshot.json")));
    }
}
