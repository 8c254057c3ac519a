using Alerting.Delivery.Channels;

namespace Alerting.Readiness;

/// <summary>One thing that is wrong with the directory.</summary>
/// <param name="Kind">What.</param>
/// <param name="BodyId">The body.</param>
/// <param name="Tier">Its tier.</param>
public sealed record Finding(FindingKind Kind, string BodyId, int Tier)
{
    /// <summary>The contact within the body; null when it is about the whole body.</summary>
    public string? ContactId { get; init; }

    /// <summary>Which address of the contact; null when it is about more than one.</summary>
    public Channel? Channel { get; init; }

    /// <summary>When an unverified address was last verified; null for never, and for other kinds.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>The provider's word on a rejected address; null for other kinds.</summary>
    public AddressWord? Rejection { get; init; }
}
