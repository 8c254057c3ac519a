namespace Alerting.Local.Stack;

/// <summary>The folder that one stack at a time keeps its data in.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>What a fresh start removes. Nothing else: the folder may be anybody's.</summary>
    private static readonly string[] Ours = ["azurite", "functions", "mail", "signin", "seeded"];
    private readonly FileStream held;
    private bool temporary;

    private DataFolder(string path, FileStream held, bool temporary) => (Path, this.held, this.temporary) = (path, held, temporary);

    public string Path { get; }

    /// <summary>Null, and who has it, when another stack uses the folder.</summary>
    public static DataFolder? Open(string? wish, bool fresh, out string? error)
    {
        error = null;
        var path = wish is null ? Directory.CreateTempSubdirectory("alerting-").FullName : System.IO.Path.GetFullPath(wish);
        Directory.CreateDirectory(path);
        var lockFile = System.IO.Path.Combine(path, "lock");
        try
        {
            var held = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var folder = new DataFolder(path, held, wish is null);
            if (fresh)
                folder.Empty();
            return folder;
        }
        catch (IOException)
        {
            error = $"another stack uses the data folder {path}; stop it, or choose another with --data DIR";
            return null;
        }
    }

    /// <summary>Leaves a temporary folder where it is, for somebody who wants to know what went wrong.</summary>
    public void Keep() => temporary = false;

    public void Dispose()
    {
        held.Dispose();
        if (temporary)
            Directory.Delete(Path, recursive: true);
    }

    private void Empty()
    {
        foreach (var name in Ours.Select(name => System.IO.Path.Combine(Path, name)))
        {
            if (Directory.Exists(name))
                Directory.Delete(name, recursive: true);
            File.Delete(name);
        }
    }
}
