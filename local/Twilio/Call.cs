namespace Alerting.Local.Twilio;

/// <summary>One call and how far it has come.</summary>
internal sealed class Call
{
    private readonly Lock gate = new();
    private readonly List<string> heard = [];

    public required Guid Id { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required CallBehaviour Behaviour { get; init; }

    /// <summary>Where the first TwiML is fetched; null when it came with the request.</summary>
    public string? Url { get; init; }

    public string? StatusCallback { get; init; }

    /// <summary>The events that the callback hears.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    public long Number { get; set; }

    public string Status { get; set; } = "queued";

    public DateTimeOffset Updated { get; set; }

    public DateTimeOffset? Started { get; set; }

    public DateTimeOffset? Ended { get; set; }

    /// <summary>The question that waits for digits, if one does.</summary>
    public Gather? Waiting { get; set; }

    /// <summary>How many callbacks went out; each carries its number.</summary>
    public int Callbacks { get; set; }

    public string Sid => Twilio.Sid.Of("CA", Id);

    public bool IsOver => Ended is not null;

    /// <summary>All TwiML that was carried out, in order.</summary>
    public IReadOnlyList<string> Twiml
    {
        get
        {
            lock (gate)
                return [.. heard];
        }
    }

    public void Hear(string twiml)
    {
        lock (gate)
            heard.Add(twiml);
    }
}
