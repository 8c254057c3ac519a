namespace Alerting.Local.Tests;

/// <summary>A folder of this test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("alerting-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
