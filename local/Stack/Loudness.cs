namespace Alerting.Local.Stack;

/// <summary>Decides which lines of a part a person should see: warnings, errors, and what belongs to them.</summary>
internal sealed class Loudness
{
    private static readonly string[] Loud = ["warn", "fail", "crit", "error", "fatal", "unhandled"];
    private bool within;

    /// <summary>A line of standard error is always worth seeing. An indented line continues the one before it.</summary>
    public bool Shows(string line, bool fromErrors)
    {
        if (line.Length > 0 && !char.IsWhiteSpace(line[0]))
            within = Loud.Any(word => line.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return line.Length > 0 && (fromErrors || within);
    }
}
