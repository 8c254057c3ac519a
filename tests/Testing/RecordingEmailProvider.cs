using Alerting.Delivery.Channels;

namespace Alerting.Testing;

/// <summary>A mail server that keeps what it is handed and answers as the test says.</summary>
public sealed class RecordingEmailProvider : IEmailProvider
{
    private readonly Lock gate = new();
    private readonly List<EmailMessage> tried = [];
    private readonly List<EmailMessage> taken = [];

    /// <summary>The answer to a message; null takes it. May block or throw, as a test wishes.</summary>
    public Func<EmailMessage, SendOutcome?> Answer { get; set; } = _ => null;

    /// <summary>Whether a message that was answered with <see cref="SendKind.Unknown"/> was taken all the same.</summary>
    public bool TakesUnknown { get; set; }

    /// <summary>Every message it was handed, in order, whatever it answered.</summary>
    public IReadOnlyList<EmailMessage> Tried
    {
        get
        {
            lock (gate)
                return [.. tried];
        }
    }

    /// <summary>The messages it took.</summary>
    public IReadOnlyList<EmailMessage> Taken
    {
        get
        {
            lock (gate)
                return [.. taken];
        }
    }

    public Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = Answer(message) ?? new(SendKind.Sent, message.MessageId);
        lock (gate)
        {
            tried.Add(message);
            if (answer.Kind == SendKind.Sent || (answer.Kind == SendKind.Unknown && TakesUnknown))
                taken.Add(message);
        }

        return Task.FromResult(answer);
    }
}
