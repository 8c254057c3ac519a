using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
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
    /// <summary>The deliveries of one channel, most urgent first; of equals in the order of their ids, so that every planner finds the same.</summary>
    public static IReadOnlyList<Addressee> Of(Declaration declaration, DirectorySnapshot directory, Channel channel)
    {
        // In one list that is put in order where it is: an audience may be 100,000, and two are found while an alert goes out.
        var audience = new List<Addressee>(directory.Bodies.Count);
        foreach (var body in directory.Bodies)
            audience.AddRange(AddresseesOf(body, PositionOf(body, declaration.Scope), channel));
        audience.Sort(ByUrgency);
        var told = new HashSet<Address>(audience.Count);
        audience.RemoveAll(addressee => !told.Add(addressee.Recipient.Address));
        audience.Sort(ByTier);
        return audience;
    }

    /// <summary>How many contacts would be told by a channel if they had an address for it.</summary>
    public static int WithoutAddress(Declaration declaration, DirectorySnapshot directory, Channel channel) =>
        directory.Bodies
            .Where(body => IsTold(PositionOf(body, declaration.Scope), channel))
            .Sum(body => body.Contacts.Count(contact => AddressOf(contact, channel) is null));

    private static int ByUrgency(Addressee one, Addressee other) => one.Rank.CompareTo(other.Rank) is not 0 and var order ? order : ById(one.Recipient, other.Recipient);

    private static int ByTier(Addressee one, Addressee other) => one.Tier.CompareTo(other.Tier) is not 0 and var order ? order : ByUrgency(one, other);

    private static int ById(Recipient one, Recipient other) =>
        string.CompareOrdinal(one.BodyId, other.BodyId) is not 0 and var order ? order : string.CompareOrdinal(one.ContactId, other.ContactId);

    // A place that a newer division no longer knows must not leave its body untold: it is told as if everything concerned it.
    private static Position PositionOf(Body body, Scope scope) =>
        scope.PositionOf(Places.Find(body.Place) ?? Places.Netherlands, body.Sectors);

    private static IEnumerable<Addressee> AddresseesOf(Body body, Position position, Channel channel)
    {
        if (!IsTold(position, channel))
            yield break;
        foreach (var contact in body.Contacts)
            if (AddressOf(contact, channel) is { } address)
                yield return new(body.Tier, contact.Order, new(body.Id, contact.Id, address, contact.Language, position));
    }

    private static bool IsTold(Position position, Channel channel) => channel == Channel.Email || position != Position.Elsewhere;

    private static Address? AddressOf(Contact contact, Channel channel) => channel == Channel.Email ? contact.Email : contact.Phone;
}
