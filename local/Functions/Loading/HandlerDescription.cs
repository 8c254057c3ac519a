namespace Alerting.Local.Functions.Loading;

/// <summary>What host.json says about the program to start; paths as written there.</summary>
internal sealed record HandlerDescription(
    string Executable,
    IReadOnlyList<string> Arguments,
    string? WorkerPath,
    IReadOnlyList<string> WorkerArguments,
    string? WorkingDirectory,
    string? WorkerDirectory)
{
    public static HandlerDescription Read(Section section)
    {
        var description = new HandlerDescription(
            section.Required("defaultExecutablePath"),
            section.Texts("arguments"),
            section.Text("defaultWorkerPath"),
            section.Texts("workerArguments"),
            section.Text("workingDirectory"),
            section.Text("workerDirectory"));
        section.RefuseRest();
        return description;
    }
}
