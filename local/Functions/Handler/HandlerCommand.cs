using System.Text.RegularExpressions;
using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Handler;

/// <summary>The command line that the host would run, and where.</summary>
internal sealed partial record HandlerCommand(string FileName, string Arguments, string WorkingDirectory)
{
    public static HandlerCommand From(HandlerDescription description, string root, IReadOnlyDictionary<string, string> environment)
    {
        var directory = Path.Combine(root, description.WorkerDirectory ?? "");
        var executable = Expand(description.Executable, environment);
        var inDirectory = Path.Combine(directory, executable);
        var arguments = description.Arguments
            .Concat(description.WorkerPath is { } path ? [$"\"{path}\""] : [])
            .Concat(description.WorkerArguments);
        return new(
            // Not there: then it is a command on the PATH.
            File.Exists(inDirectory) ? inDirectory : executable,
            // Joined without quotes, as the host does.
            Expand(string.Join(' ', arguments), environment),
            Path.Combine(root, description.WorkingDirectory ?? ""));
    }

    /// <summary>Fills in %NAME%; a name that is not known disappears.</summary>
    private static string Expand(string text, IReadOnlyDictionary<string, string> environment) =>
        Reference().Replace(text, match => environment.GetValueOrDefault(match.Groups[1].Value, ""));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
