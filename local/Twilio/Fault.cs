namespace Alerting.Local.Twilio;

/// <summary>How one request goes wrong.</summary>
internal enum Fault
{
    None,

    /// <summary>429 with code 20429; nothing was done.</summary>
    TooMany,

    /// <summary>500; nothing was done.</summary>
    ServerError,

    /// <summary>No answer; nothing was done.</summary>
    Hang,

    /// <summary>Done, and then the connection is cut without an answer.</summary>
    Cut,

    /// <summary>Done, and then no answer.</summary>
    HangAccepted,
}
