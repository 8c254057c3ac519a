using System.Runtime.InteropServices;
using Alerting.Declarations;
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
        var audience = new List<Addressee>(directory.Bodies.Sum(body => body.Contacts.Count));
        foreach (var body in directory.Bodies)
            Add(audience, body, PositionOf(body, declaration.Scope), channel);
        Sort(audience, addressee => addressee.Urgency);
        var told = new HashSet<Address>(audience.Count);
        audience.RemoveAll(addressee => !told.Add(addressee.Address));
        Sort(audience, addressee => addressee.TierFirst);
        return audience;
    }

    /// <summary>How many contacts would be told by a channel if they had an address for it.</summary>
    public static int WithoutAddress(Declaration declaration, DirectorySnapshot directory, Channel channel) =>
        directory.Bodies
            .Where(body => IsTold(PositionOf(body, declaration.Scope), channel))
            .Sum(body => body.Contacts.Count(contact => AddressOf(contact, channel) is null));

    private static void Sort(List<Addressee> audience, Func<Addressee, long> key)
    {
        var keys = audience.Select(key).ToArray();
        keys.AsSpan().Sort(CollectionsMarshal.AsSpan(audience));
    }

    // A place that a newer division no longer knows must not leave its body untold: it is told as if everything concerned it.
    private static Position PositionOf(Body body, Scope scope) =>
        scope.PositionOf(Places.Find(body.Place) ?? Places.Netherlands, body.Sectors);

    private static void Add(List<Addressee> audience, Body body, Position position, Channel channel)
    {
        if (!IsTold(position, channel))
            return;
        foreach (var contact in body.Contacts.OrderBy(contact => contact.Id, StringComparer.Ordinal))
            if (AddressOf(contact, channel) is { } address)
                audience.Add(new(body, contact, address, position, audience.Count));
    }

    private static bool IsTold(Position position, Channel channel) => channel == Channel.Email || position != Position.Elsewhere;

    private static Address? AddressOf(Contact contact, Channel channel) => channel == Channel.Email ? contact.Email : contact.Phone;
}
