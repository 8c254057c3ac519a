using System.Globalization;

namespace Alerting.Local.Twilio.Api;

/// <summary>A request to send, checked in the order in which Twilio checks.</summary>
internal sealed record MessageRequest
{
    private const int LongestBody = 1600;

    public required string To { get; init; }

    public required string From { get; init; }

    public required string Body { get; init; }

    public string? ServiceSid { get; init; }

    public string? StatusCallback { get; init; }

    public DateTimeOffset? SendAt { get; init; }

    public static MessageRequest? Parse(FormFields form, TwilioOptions options, DateTimeOffset now, out TwilioError? error)
    {
        var to = form["To"] is { } raw ? Address.Normalised(raw) : "";
        var service = NullIfEmpty(form["MessagingServiceSid"]);
        var body = form["Body"] ?? "";
        var callback = NullIfEmpty(form["StatusCallback"]);
        error = WrongTo(to) ?? WrongFrom(NullIfEmpty(form["From"]), service) ?? WrongBody(form, body) ?? WrongCallback(callback);
        var sendAt = error is null ? SendTime(form, service, now, out error) : null;
        if (error is not null)
            return null;

        return new MessageRequest
        {
            To = to,
            From = NullIfEmpty(form["From"]) ?? options.ServiceNumber,
            Body = body,
            ServiceSid = service,
            StatusCallback = callback,
            SendAt = sendAt,
        };
    }

    private static TwilioError? WrongTo(string to) =>
        to.Length == 0 ? TwilioError.ToMissing()
        : !Address.IsE164(to) ? TwilioError.InvalidTo(to)
        : null;

    private static TwilioError? WrongFrom(string? from, string? service) =>
        from is null && service is null ? TwilioError.FromMissing()
        : from is not null && !Address.IsSender(from) ? TwilioError.InvalidFrom(from)
        : service is not null && !Sid.Fits(service, "MG") ? TwilioError.UnknownService(service)
        : null;

    private static TwilioError? WrongBody(FormFields form, string body) =>
        body.Length > LongestBody ? TwilioError.BodyTooLong()
        : body.Length == 0 && form["MediaUrl"] is null && form["ContentSid"] is null ? TwilioError.BodyMissing()
        : null;

    private static TwilioError? WrongCallback(string? url) =>
        url is null || Address.IsWebhook(url) ? null : TwilioError.InvalidStatusCallback(url);

    // Scheduling is a matter of messaging services: 15 minutes to 35 days ahead.
    private static DateTimeOffset? SendTime(FormFields form, string? service, DateTimeOffset now, out TwilioError? error)
    {
        error = null;
        if (NullIfEmpty(form["SendAt"]) is not { } text)
            return null;

        var fits = DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at);
        error = service is null ? new TwilioError(35118, "MessagingServiceSid is required to schedule a message", 400)
            : form["ScheduleType"] != "fixed" ? new TwilioError(35112, "ScheduleType parameter is missing", 400)
            : !fits ? new TwilioError(35113, "SendAt parameter is invalid", 400)
            : at < now.AddMinutes(15) || at > now.AddDays(35) ? new TwilioError(35114, "SendAt is outside of the allowed window", 400)
            : null;
        return at;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
