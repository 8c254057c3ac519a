namespace Alerting.Delivery.Channels;

/// <summary>What a provider made of one message.</summary>
/// <param name="Kind">Taken, never, or later.</param>
/// <param name="ProviderId">The provider's name of the message, when taken.</param>
/// <param name="Code">The provider's code of the reason, when not; <c>http-503</c> or <c>timeout</c> where it gave none.</param>
/// <param name="Provider">Who answered, where a channel has several; for an unknown outcome the only one that may have taken it, or null when each may.</param>
public sealed record SendOutcome(SendKind Kind, string? ProviderId = null, string? Code = null, string? Provider = null)
{
    /// <summary>Code of a repeat that waits until provider and number may have another message.</summary>
    public const string Paced = "paced";
}
