using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alerting.Adapters.ServiceBus;

/// <summary>Shared access signatures. Source: https://learn.microsoft.com/rest/api/eventhub/generate-sas-token.</summary>
internal static class SasTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static BusTokenSource From(ServiceBusAddress address, TimeProvider time) =>
        (audience, _) => ValueTask.FromResult(Of(address, audience, time.GetUtcNow() + Lifetime));

    private static BusToken Of(ServiceBusAddress address, string audience, DateTimeOffset expires)
    {
        var resource = Uri.EscapeDataString(audience);
        var end = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(address.Key), Encoding.UTF8.GetBytes($"{resource}\n{end}"));
        var signature = Uri.EscapeDataString(Convert.ToBase64String(hash));
        return new(
            "servicebus.windows.net:sastoken",
            $"SharedAccessSignature sr={resource}&sig={signature}&se={end}&skn={Uri.EscapeDataString(address.KeyName)}",
            expires);
    }
}
