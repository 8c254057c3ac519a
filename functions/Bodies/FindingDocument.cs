using Alerting.Readiness;

namespace Alerting.Functions;

/// <summary>One thing that is wrong with the directory.</summary>
/// <param name="Kind">bodyUnreachable, firstTierWithoutPhone, contactUnreachable, addressRejected or addressUnverified.</param>
/// <param name="BodyId">The body.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="ContactId">The contact within the body; null when it is about the whole body.</param>
/// <param name="Channel">sms or email: which address of the contact; null when it is about more than one.</param>
/// <param name="VerifiedAt">When an unverified address was last verified; null for never, and for other kinds.</param>
/// <param name="Rejected">Why a rejected address was rejected; null for other kinds.</param>
internal sealed record FindingDocument(
    string Kind, string BodyId, int Tier, string? ContactId, string? Channel, DateTimeOffset? VerifiedAt, RejectionDocument? Rejected)
{
    public static FindingDocument Of(Finding finding) => new(
        Words.Of(finding.Kind),
        finding.BodyId,
        finding.Tier,
        finding.ContactId,
        finding.Channel is { } channel ? Words.Of(channel) : null,
        finding.VerifiedAt,
        RejectionDocument.Of(finding.Rejection));
}
