using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Readiness;

/// <summary>Looks for what would keep somebody untold, before an alert finds out.</summary>
public static class ReadinessCheck
{
    /// <summary>How long a verification counts: a year, as people and numbers change.</summary>
    public static readonly TimeSpan VerificationLasts = TimeSpan.FromDays(365);

    /// <summary>Everything that is wrong; the worst first, then by tier and body.</summary>
    public static IReadOnlyList<Finding> Of(IEnumerable<Body> bodies, AddressWords words, DateTimeOffset now) =>
        [.. bodies.SelectMany(body => Of(body, words, now))
            .OrderBy(finding => finding.Kind)
            .ThenBy(finding => finding.Tier)
            .ThenBy(finding => finding.BodyId, StringComparer.Ordinal)
            .ThenBy(finding => finding.ContactId, StringComparer.Ordinal)];

    private static IEnumerable<Finding> Of(Body body, AddressWords words, DateTimeOffset now)
    {
        var contacts = body.Contacts.Select(contact => (Contact: contact, Ways: WaysTo(contact, words).ToList())).ToList();
        var working = contacts.SelectMany(contact => contact.Ways).Where(way => way.Rejection is null).ToList();
        if (working.Count == 0)
            yield return new(FindingKind.BodyUnreachable, body.Id, body.Tier);
        else if (body.Tier == 1 && working.TrueForAll(way => way.Channel != Channel.Sms))
            yield return new(FindingKind.FirstTierWithoutPhone, body.Id, body.Tier);
        foreach (var (contact, ways) in contacts)
            foreach (var finding in Of(body, ways, now))
                yield return finding with { ContactId = contact.Id };
    }

    private static IEnumerable<Finding> Of(Body body, List<Way> ways, DateTimeOffset now)
    {
        if (ways.TrueForAll(way => way.Rejection is not null))
            yield return new(FindingKind.ContactUnreachable, body.Id, body.Tier);
        foreach (var way in ways)
        {
            if (way.Rejection is { } rejection)
                yield return new(FindingKind.AddressRejected, body.Id, body.Tier) { Channel = way.Channel, Rejection = rejection };
            if (way.VerifiedAt is not { } verifiedAt || now - verifiedAt > VerificationLasts)
                yield return new(FindingKind.AddressUnverified, body.Id, body.Tier) { Channel = way.Channel, VerifiedAt = way.VerifiedAt };
        }
    }

    private static IEnumerable<Way> WaysTo(Contact contact, AddressWords words)
    {
        if (contact.Phone is { } phone)
            yield return new(Channel.Sms, contact.PhoneVerifiedAt, words.RejectionOf(phone, contact.PhoneVerifiedAt));
        if (contact.Email is { } email)
            yield return new(Channel.Email, contact.EmailVerifiedAt, words.RejectionOf(email, contact.EmailVerifiedAt));
    }

    private sealed record Way(Channel Channel, DateTimeOffset? VerifiedAt, AddressWord? Rejection);
}
