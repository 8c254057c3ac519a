namespace Alerting.Local.Twilio.Calls;

/// <summary>A question in TwiML: where the digits go, and how long it waits for them.</summary>
internal sealed class Gather(string action, TimeSpan timeout)
{
    public string Action => action;

    public TimeSpan Timeout => timeout;
}
