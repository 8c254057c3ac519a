using System.Globalization;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>The messages that the function app sent, as the forms that it posted.</summary>
internal static class BenchMessages
{
    public static IReadOnlyList<string> Forms(IReadOnlyList<Sms> messages, RunningSystem system) =>
        [.. messages.Select((message, number) => Form(message, number, system))];

    // The receipt's way back has the length of a real one and names no delivery.
    private static string Form(Sms message, int number, RunningSystem system)
    {
        var callback = string.Create(CultureInfo.InvariantCulture, $"{system.Addresses["functions"].Address}api/webhooks/twilio/status?delivery=20000101-000000.sms.1.{number / 100:D5}/{number % 100}");
        return $"To={Uri.EscapeDataString(message.To)}&From={Uri.EscapeDataString(system.Twilio.Sender)}&Body={Uri.EscapeDataString(message.Body)}&ValidityPeriod=14400&StatusCallback={Uri.EscapeDataString(callback)}";
    }
}
