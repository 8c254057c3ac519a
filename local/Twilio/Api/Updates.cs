namespace Alerting.Local.Twilio.Api;

/// <summary>The two changes that a message may undergo: its text is taken out, or it is withdrawn in time.</summary>
internal static class Updates
{
    /// <summary>Null when it was done.</summary>
    public static TwilioError? Apply(Message message, string? body, string? status, DateTimeOffset now)
    {
        var refused = Wrong(message, body, status, now);
        if (refused is not null)
            return refused;

        if (body is not null)
            message.Body = "";
        if (status is not null)
            message.Canceled = true;
        message.Changed = now;
        return null;
    }

    private static TwilioError? Wrong(Message message, string? body, string? status, DateTimeOffset now)
    {
        if (body is { Length: > 0 })
            return new TwilioError(20001, "The body of a sent message can only be made empty", 400);
        if (status is not (null or MessageStatus.Canceled))
            return TwilioError.InvalidParameter("Status", status);
        if (body is null && status is null)
            return new TwilioError(20001, "Body or Status is required", 400);

        var current = Timeline.StatusAt(message, now);
        if (status is not null && current is not (MessageStatus.Scheduled or MessageStatus.Accepted))
            return new TwilioError(30409, "The message cannot be canceled anymore", 409);
        return body is null ? null : InProgress(current);
    }

    /// <summary>A message on its way can be neither redacted nor deleted.</summary>
    public static TwilioError? InProgress(string status) =>
        status is MessageStatus.Accepted or MessageStatus.Queued or MessageStatus.Sending
            ? new TwilioError(20009, "Cannot change or delete a message that is in progress", 409)
            : null;
}
