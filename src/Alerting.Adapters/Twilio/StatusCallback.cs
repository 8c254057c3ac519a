using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Alerting.Delivery.Batches;

namespace Alerting.Adapters.Twilio;

/// <summary>The address to which the provider reports on a delivery. It names batch and index and nothing personal.</summary>
public static class StatusCallback
{
    /// <summary>Path of the webhook.</summary>
    public const string Path = "/api/webhooks/twilio/status";

    /// <summary>Query parameter that names the delivery.</summary>
    public const string Parameter = "delivery";

    /// <summary>Path and query up to the name of the delivery.</summary>
    public const string Start = Path + "?" + Parameter + "=";

    /// <summary>Name of a delivery, such as <c>20190318-7K3Q9F.sms.1.00003/17</c>.</summary>
    public static string Name(BatchId batch, int index) => string.Create(CultureInfo.InvariantCulture, $"{batch}/{index}");

    /// <summary>Reads the name of a delivery; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out BatchId batch, out int index)
    {
        index = -1;
        var slash = name?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return BatchId.TryParse(slash < 0 ? "" : name![..slash], out batch)
            && int.TryParse(name![(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out index)
            && index < DeliveryBatch.MaxSize;
    }
}
