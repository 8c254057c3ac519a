using System.Globalization;

namespace Alerting.Local.Twilio;

/// <summary>An error as Twilio's API gives it.</summary>
internal sealed record TwilioError(int Code, string Message, int Status)
{
    public string MoreInfo => "https://www.twilio.com/docs/errors/" + Code.ToString(CultureInfo.InvariantCulture);

    public static TwilioError Unauthorized() => new(20003, "Authenticate", 401);

    public static TwilioError NotFound(string path) => new(20404, $"The requested resource {path} was not found", 404);

    public static TwilioError MethodNotAllowed() => new(20004, "Method not allowed", 405);

    public static TwilioError TooManyRequests() => new(20429, "Too Many Requests", 429);

    public static TwilioError Internal() => new(20500, "An internal server error has occurred", 500);

    public static TwilioError InvalidParameter(string name, string value) =>
        new(20001, $"Invalid {name}: {value}", 400);

    public static TwilioError ToMissing() => new(21604, "A 'To' phone number is required.", 400);

    public static TwilioError FromMissing() => new(21603, "A 'From' phone number is required.", 400);

    public static TwilioError BodyMissing() => new(21602, "Message body is required.", 400);

    public static TwilioError BodyTooLong() =>
        new(21617, "The concatenated message body exceeds the 1600 character limit", 400);

    public static TwilioError InvalidTo(string to) => new(21211, $"Invalid 'To' Phone Number: {to}", 400);

    public static TwilioError InvalidFrom(string from) => new(
        21212, $"The 'From' number {from} is not a valid phone number, shortcode, or alphanumeric sender ID.", 400);

    public static TwilioError RegionNotEnabled(string to) => new(
        21408, $"Permission to send an SMS has not been enabled for the region indicated by the 'To' number: {to}", 400);

    public static TwilioError InvalidStatusCallback(string url) =>
        new(21609, $"The StatusCallback URL {url} is not a valid URL.", 400);

    public static TwilioError Unsubscribed() => new(21610, "Attempt to send to unsubscribed recipient", 400);

    public static TwilioError QueueFull() =>
        new(21611, "This 'From' number has exceeded the maximum number of queued messages", 400);

    public static TwilioError NoRoute(string to) => new(
        21612, $"The 'To' phone number: {to}, is not currently reachable using the 'From' phone number via SMS.", 400);

    public static TwilioError NotMobile(string to) =>
        new(21614, $"'To' number: {to}, is not a valid mobile number", 400);

    public static TwilioError UnknownService(string sid) =>
        new(21701, $"The Messaging Service does not exist: {sid}", 400);

    public static TwilioError CallToMissing() => new(21201, "No 'To' number is specified", 400);

    public static TwilioError CallFromMissing() => new(21213, "'From' phone number is required", 400);

    public static TwilioError CallUrlMissing() => new(21205, "Url parameter is required.", 400);
}
