using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Alerting.Delivery.Channels;

namespace Alerting.Adapters.Twilio;

/// <summary>Writes the form of a message. What is the same for every message is written once.</summary>
internal sealed class TwilioForm(TwilioOptions options, PublicOptions address)
{
    private static readonly MediaTypeHeaderValue FormType = new("application/x-www-form-urlencoded");

    private readonly string sender = options.From.Length > 0
        ? "&From=" + Uri.EscapeDataString(options.From)
        : "&MessagingServiceSid=" + Uri.EscapeDataString(options.MessagingServiceSid);

    private readonly string callback = "&StatusCallback=" + Uri.EscapeDataString(address.AddressOf(StatusCallback.Start));

    public ByteArrayContent Of(SmsMessage message)
    {
        var validity = Math.Clamp((int)message.Validity.TotalSeconds, 1, 36_000);
        var form = string.Concat(
            $"To={Uri.EscapeDataString(message.To.Value)}{sender}{callback}",
            Uri.EscapeDataString(StatusCallback.Name(message.Batch, message.Index)),
            string.Create(CultureInfo.InvariantCulture, $"&ValidityPeriod={validity}&Body="),
            Uri.EscapeDataString(message.Text));
        return new(Encoding.ASCII.GetBytes(form)) { Headers = { ContentType = FormType } };
    }
}
