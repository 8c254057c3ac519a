namespace Alerting.Local.ServiceBus.Engine;

/// <summary>Names of the service for why and how a message was dead-lettered.</summary>
internal static class DeadLetterReasons
{
    public const string ReasonProperty = "DeadLetterReason";
    public const string DescriptionProperty = "DeadLetterErrorDescription";

    public static Settlement.DeadLetter TooManyDeliveries(int limit) => new(
        "MaxDeliveryCountExceeded",
        $"Message could not be consumed after {limit} delivery attempts.",
        Settlement.NoChanges);

    public static Settlement.DeadLetter Expired { get; } = new(
        "TTLExpiredException",
        "The message expired and was dead lettered.",
        Settlement.NoChanges);
}
