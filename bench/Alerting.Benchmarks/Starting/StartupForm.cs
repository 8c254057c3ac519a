namespace Alerting.Benchmarks;

/// <summary>A form in which the function app can be published; bench/run makes them.</summary>
/// <param name="Name">Its folder under <c>artifacts/bench/startup</c>.</param>
internal sealed record StartupForm(string Name)
{
    public static IReadOnlyList<StartupForm> All { get; } =
        [new("framework-dependent"), new("framework-dependent-r2r"), new("self-contained"), new("self-contained-r2r"), new("composite")];

    public string Folder => Path.GetFullPath(Path.Combine("artifacts", "bench", "startup", Name));

    public string Program => Path.Combine(Folder, "Alerting.Functions");

    public double SizeMb => System.IO.Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / (1024d * 1024d);
}
