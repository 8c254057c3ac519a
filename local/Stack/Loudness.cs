using System.Text.RegularExpressions;

namespace Alerting.Local.Stack;

/// <summary>Decides which lines of a part a person should see: warnings, errors, and what belongs to them.</summary>
internal sealed partial class Loudness
{
    private static readonly string[] Loud = ["warn", "fail", "crit", "error", "fatal", "unhandled"];
    private bool within;

    /// <summary>
    /// A line of standard error is always worth seeing, and an indented line continues the one before it.
    /// Where in the code it happened stays in the log.
    /// </summary>
    public bool Shows(string line, bool fromErrors)
    {
        if (line.Length > 0 && !char.IsWhiteSpace(line[0]))
            within = Loud.Any(word => line.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return (fromErrors || within) && !string.IsNullOrWhiteSpace(line) && !StackFrame().IsMatch(line);
    }

    [GeneratedRegex(@"(^|:)\s+at \S+\(")]
    private static partial Regex StackFrame();
}
