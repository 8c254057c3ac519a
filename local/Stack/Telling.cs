namespace Alerting.Local.Stack;

/// <summary>What the person at the terminal reads, whole lines at a time.</summary>
internal sealed class Telling(TextWriter writer)
{
    private const int Widest = 300;
    private readonly Lock gate = new();

    public void Say(string line)
    {
        lock (gate)
            writer.WriteLine(line);
    }

    /// <summary>What a part said. A line longer than anybody reads is cut; its log has all of it.</summary>
    public void Say(string role, string line) => Say($"{role,-11}| {(line.Length > Widest ? line[..Widest] + "…" : line)}");
}
