using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Directory;
using Alerting.Scopes;

namespace Alerting.Alerts;

/// <summary>Who is told of a declaration, by which channel, with which text.</summary>
/// <remarks>
/// Inside and neighbour: SMS and email. Elsewhere: email only, so that the text messages of those who must act do not
/// wait behind those who need not. An address is told once, at its most urgent place: inside before neighbour before
/// elsewhere, then by tier and duty order.
/// </remarks>
public static class Audience
{
    /// <summary>The deliveries of one channel, most urgent first.</summary>
    public static IReadOnlyList<Addressee> Of(Declaration declaration, DirectorySnapshot directory, Channel channel) =>
        [.. directory.Bodies
            .SelectMany(body => AddresseesOf(body, PositionOf(body, declaration.Scope), channel))
            .OrderBy(addressee => addressee.Recipient.Position)
            .ThenBy(addressee => addressee.Tier)
            .ThenBy(addressee => addressee.Order)
            .ThenBy(addressee => addressee.Recipient.BodyId, StringComparer.Ordinal)
            .ThenBy(addressee => addressee.Recipient.ContactId, StringComparer.Ordinal)
            .DistinctBy(addressee => addressee.Recipient.Address)
            .OrderBy(addressee => addressee.Tier)];

    // A place that a newer division no longer knows must not leave its body untold: it is told as if everything concerned it.
    private static Position PositionOf(Body body, Scope scope) =>
        scope.PositionOf(Places.Find(body.Place) ?? Places.Netherlands, body.Sectors);

    private static IEnumerable<Addressee> AddresseesOf(Body body, Position position, Channel channel)
    {
        if (channel == Channel.Sms && position == Position.Elsewhere)
            yield break;
        foreach (var contact in body.Contacts)
            if ((channel == Channel.Sms ? contact.Phone : contact.Email) is { } address)
                yield return new(body.Tier, contact.Order, new(body.Id, contact.Id, address, contact.Language, position));
    }
}
