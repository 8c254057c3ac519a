namespace Alerting.Calls;

/// <summary>Who is called, when, and how often.</summary>
public sealed record CallOptions
{
    /// <summary>Most calls to a contact in an alert; 0 to 9, default 3. 0: nobody is called.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How long a contact has to confirm the text message before he is called; 1 s to 4 h, default 5 min. At level 5 nobody waits for it.</summary>
    public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Pause between a call that brought no confirmation and the next; 1 s to 1 h, default 2 min.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether neighbours are called too; default no.</summary>
    public bool Neighbours { get; init; }

    /// <summary>Whether exercises call; default yes. Tests never do.</summary>
    public bool Exercises { get; init; } = true;

    /// <summary>Calls being asked for at once in this process; 1 to 100, default 8.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Calls whose outcomes are written together; 1 to 100, default 10. After a crash so many per round are looked up at the provider.</summary>
    public int Chunk { get; init; } = 10;
}
