namespace Alerting.Local.Stack;

/// <summary>What a part writes: all of it to its file, the loud lines to the person, the last ones kept for an obituary.</summary>
internal sealed class PartLog : IDisposable
{
    private const int Kept = 12;
    private readonly string role;
    private readonly Telling telling;
    private readonly bool verbose;
    private readonly StreamWriter file;
    private readonly Queue<string> last = new();
    private readonly Loudness loudness = new();
    private bool closed;

    public PartLog(string role, string folder, Telling telling, bool verbose)
    {
        (this.role, this.telling, this.verbose) = (role, telling, verbose);
        Directory.CreateDirectory(folder);
        File = Path.Combine(folder, $"{role}.log");
        if (System.IO.File.Exists(File))
            System.IO.File.Move(File, Path.Combine(folder, $"{role}.previous.log"), overwrite: true);
        file = new StreamWriter(File) { AutoFlush = true };
    }

    public string File { get; }

    public void Write(string? line, bool fromErrors)
    {
        if (line is null)
            return;
        lock (last)
        {
            if (closed)
                return;
            file.WriteLine(line);
            if (loudness.Shows(line, fromErrors) || verbose)
                telling.Say(role, line);
            else
                Keep(line);
        }
    }

    /// <summary>Those that were not said yet.</summary>
    public IReadOnlyList<string> TakeLastLines()
    {
        lock (last)
        {
            string[] lines = [.. last];
            last.Clear();
            return lines;
        }
    }

    public void Dispose()
    {
        lock (last)
        {
            closed = true;
            file.Dispose();
        }
    }
    private void Keep(string line)
    {
        last.Enqueue(line);
        if (last.Count > Kept)
            last.Dequeue();
    }
}
