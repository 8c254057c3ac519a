using Alerting.Delivery.Batches;

namespace Alerting.Adapters.Twilio;

/// <summary>The addresses to which the provider reports on a call and on the key that was pressed. They name batch and index and nothing personal.</summary>
public static class CallCallback
{
    /// <summary>Path of the webhook for the end of a call.</summary>
    public const string StatusPath = "/api/webhooks/twilio/call";

    /// <summary>Path of the webhook for a key.</summary>
    public const string KeypadPath = "/api/webhooks/twilio/keypad";

    /// <summary>Query parameter that says that the text has been repeated already.</summary>
    public const string Repeated = "repeated";

    /// <summary>Path and query for the end of a call.</summary>
    public static string Status(BatchId batch, int index) => $"{StatusPath}?{StatusCallback.Parameter}={StatusCallback.Name(batch, index)}";

    /// <summary>Path and query for a key.</summary>
    public static string Keypad(BatchId batch, int index, bool repeated) =>
        $"{KeypadPath}?{StatusCallback.Parameter}={StatusCallback.Name(batch, index)}{(repeated ? $"&{Repeated}=1" : "")}";
}
