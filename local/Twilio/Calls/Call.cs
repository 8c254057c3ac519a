namespace Alerting.Local.Twilio.Calls;

/// <summary>One call and how far it has come.</summary>
internal sealed class Call
{
    private readonly Lock gate = new();
    private readonly List<string> heard = [];
    private readonly List<string> pressed = [];
    private Gather? waiting;

    public required Guid Id { get; init; }

    public required Account Account { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required CallBehaviour Behaviour { get; init; }

    /// <summary>The TwiML that came with the request; else <see cref="Url"/> says where it is fetched.</summary>
    public string? GivenTwiml { get; init; }

    public string? Url { get; init; }

    public string? StatusCallback { get; init; }

    /// <summary>The events that the callback hears.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    public long Number { get; set; }

    public string Status { get; set; } = "queued";

    public DateTimeOffset Updated { get; set; }

    public DateTimeOffset? Answered { get; set; }

    public DateTimeOffset? Ended { get; set; }

    /// <summary>Twilio's code for what went wrong with the TwiML, if something did.</summary>
    public int? Error { get; set; }

    /// <summary>How many callbacks went out; each carries its number.</summary>
    public int Callbacks { get; set; }

    public string Sid => Twilio.Sid.Of("CA", Id);

    public bool IsOver => Ended is not null;

    public bool IsWaiting => waiting is not null;

    /// <summary>All TwiML that was carried out, in order.</summary>
    public IReadOnlyList<string> Twiml
    {
        get
        {
            lock (gate)
                return [.. heard];
        }
    }

    /// <summary>All that was said, in order.</summary>
    public IReadOnlyList<Saying> Said => [.. Twiml.SelectMany(document => VoiceTwiml.Parse(document, null).Spoken)];

    /// <summary>The keys that were pressed, one entry for each question.</summary>
    public IReadOnlyList<string> Pressed
    {
        get
        {
            lock (gate)
                return [.. pressed];
        }
    }

    public void Press(string digits)
    {
        lock (gate)
            pressed.Add(digits);
    }

    public void Hear(string twiml)
    {
        lock (gate)
            heard.Add(twiml);
    }

    public void WaitFor(Gather question)
    {
        lock (gate)
            waiting = question;
    }

    /// <summary>Takes the question that waits, so that it is answered, or given up, only once.</summary>
    public Gather? TakeWaiting(Gather? only = null)
    {
        lock (gate)
        {
            if (only is not null && !ReferenceEquals(waiting, only))
                return null;
            var taken = waiting;
            waiting = null;
            return taken;
        }
    }
}
