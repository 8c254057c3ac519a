namespace Alerting.Local.Stack;

/// <summary>What the person at the terminal reads, whole lines at a time.</summary>
internal sealed class Telling(TextWriter writer)
{
    private readonly Lock gate = new();

    public void Say(string line)
    {
        lock (gate)
            writer.WriteLine(line);
    }

    public void Say(string role, string line) => Say($"{role,-11}| {line}");
}
