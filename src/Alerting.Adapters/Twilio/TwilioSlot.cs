namespace Alerting.Adapters.Twilio;

/// <summary>One account of the settings with its clients.</summary>
internal sealed class TwilioSlot(TwilioOptions options, PublicOptions address) : IDisposable
{
    public TwilioOptions Options => options;

    public TwilioSms Sms { get; } = new(options, address);

    public TwilioCalls Calls { get; } = new(options, address);

    public void Dispose()
    {
        Sms.Dispose();
        Calls.Dispose();
    }
}
