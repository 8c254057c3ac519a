using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>A copy of the templates, and of the topology that they load, for a test to compile and to break.</summary>
internal sealed class TemplateFolder : IDisposable
{
    private readonly string root = System.IO.Directory.CreateTempSubdirectory("alerting-infra-").FullName;

    public TemplateFolder()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(Repository.PathTo("infra", "bicep"), "*", SearchOption.AllDirectories))
            Copy(Path.GetRelativePath(Repository.Root, file));
        Copy(Topology);
    }

    /// <summary>The emulator's topology, as a path below the root.</summary>
    public static string Topology => Path.Combine("local", "servicebus.json");

    /// <summary>A file of <c>infra/bicep</c>.</summary>
    public string Template(params string[] parts) => Path.Combine([root, "infra", "bicep", .. parts]);

    /// <summary>Replaces a text, which must be there, in a file below the root.</summary>
    public void Break(string path, string text, string by)
    {
        var file = Path.Combine(root, path);
        var content = File.ReadAllText(file);
        Assert.Contains(text, content, StringComparison.Ordinal);
        File.WriteAllText(file, content.Replace(text, by, StringComparison.Ordinal));
    }

    public void Dispose() => System.IO.Directory.Delete(root, recursive: true);

    private void Copy(string path)
    {
        var target = Path.Combine(root, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Repository.PathTo(path), target);
    }
}
