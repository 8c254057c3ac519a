namespace Alerting.Local.Twilio;

/// <summary>Where a message stands at a moment: a pure function of what it is and of the time.</summary>
internal static class Timeline
{
    private static readonly OutcomeStep SenderChosen = new(TimeSpan.FromMilliseconds(20), MessageStatus.Queued);

    /// <summary>The state that the answer to the request shows.</summary>
    public static string FirstStatus(Message message) =>
        message.IsInbound ? MessageStatus.Received
        : message.SendAt is not null ? MessageStatus.Scheduled
        : message.ServiceSid is not null ? MessageStatus.Accepted
        : MessageStatus.Queued;

    /// <summary>The states after the first.</summary>
    public static IEnumerable<OutcomeStep> Steps(Message message) =>
        message.IsInbound ? []
        : message.ServiceSid is null ? message.Outcome.Steps
        : message.Outcome.Steps.Prepend(SenderChosen);

    public static string StatusAt(Message message, DateTimeOffset now)
    {
        if (message.Canceled)
            return MessageStatus.Canceled;
        return LastStep(message, now)?.Status ?? FirstStatus(message);
    }

    public static int? ErrorAt(Message message, DateTimeOffset now) =>
        StatusAt(message, now) is MessageStatus.Undelivered or MessageStatus.Failed ? message.Outcome.ErrorCode : null;

    /// <summary>When it left; null while it has not.</summary>
    public static DateTimeOffset? SentAt(Message message, DateTimeOffset now)
    {
        if (message.IsInbound)
            return message.Created;
        var sent = message.Outcome.Steps.FirstOrDefault(s => s.Status == MessageStatus.Sent);
        return sent is null || message.Canceled || now < message.Due + sent.After ? null : message.Due + sent.After;
    }

    public static DateTimeOffset UpdatedAt(Message message, DateTimeOffset now)
    {
        var stepped = LastStep(message, now) is { } step && !message.Canceled ? message.Due + step.After : message.Created;
        return message.Changed > stepped ? message.Changed.Value : stepped;
    }

    /// <summary>The moment that DateSent filters look at: when it left, else when it was taken.</summary>
    public static DateTimeOffset FilterTime(Message message, DateTimeOffset now) =>
        SentAt(message, now) ?? message.Created;

    private static OutcomeStep? LastStep(Message message, DateTimeOffset now)
    {
        var elapsed = now - message.Due;
        OutcomeStep? last = null;
        foreach (var step in Steps(message))
        {
            if (elapsed >= step.After)
                last = step;
        }

        return last;
    }
}
