using System.Text;

namespace Alerting.Local.Twilio;

/// <summary>One message that was taken, out or in. Only what an update may change is settable.</summary>
internal sealed class Message
{
    private byte[] text = [];

    public required Guid Id { get; init; }

    public required Account Account { get; init; }

    public required string To { get; init; }

    /// <summary>The sender; empty until a messaging service has chosen one.</summary>
    public required string From { get; init; }

    public required string Direction { get; init; }

    public required int Segments { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required Outcome Outcome { get; init; }

    public string? ServiceSid { get; init; }

    public string? StatusCallback { get; init; }

    /// <summary>When it is to go out, if that is not at once.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>Its place in the order of acceptance, from 1; given by the store.</summary>
    public long Number { get; set; }

    /// <summary>The one before it with the same recipient.</summary>
    public Message? EarlierSameTo { get; set; }

    /// <summary>The text. It is kept as UTF-8, because a hundred thousand of them may be.</summary>
    public required string Body
    {
        get => Encoding.UTF8.GetString(text);
        set => text = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>When it was redacted or canceled, if it was.</summary>
    public DateTimeOffset? Changed { get; set; }

    public bool Canceled { get; set; }

    public bool Deleted { get; set; }

    public bool IsInbound => Direction == "inbound";

    public string Sid => Twilio.Sid.Of("SM", Id);

    public DateTimeOffset Due => SendAt ?? Created;
}
