using Alerting.Alerts;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Scopes;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Alerts;

/// <summary>Compares with an oracle that says the order word by word.</summary>
public sealed class AudienceOracleTests
{
    // Inside the scope, beside it and elsewhere.
    private static readonly string[] PlaceCodes = ["GM0344", "PV26", "GM0363", "GM0014", "NL"];

    private static readonly Gen<Contact> AnyContact = Gen.Select(Gen.OneOf(1, 2, 3, int.MaxValue), Gen.Int[0, 7], Gen.Bool, (order, number, hasEmail) => Some.Contact() with
    {
        Order = order,
        Phone = number == 0 ? null : new Address($"+3197{number:D9}"),
        Email = hasEmail ? new Address($"officer-{number}@audience.example") : null,
    });

    private static readonly Gen<Body> AnyBody = Gen.Select(Gen.OneOf(PlaceCodes), Gen.Int[1, 3], AnyContact.Array[1, 4], (place, tier, contacts) => Some.Body() with
    {
        Place = place,
        Tier = tier,
        Contacts = [.. contacts.Select((contact, at) => contact with { Id = $"c{9 - at}" })],
    });

    [Fact]
    public void TierThenPositionThenDutyOrderThenIdAndAnAddressAtItsMostUrgentPlace() =>
        Gen.Select(AnyBody.Array[0, 8], Gen.OneOf(Channel.Sms, Channel.Email), Gen.Int[0, 1000]).Sample(
            (bodies, channel, seed) =>
            {
                var named = bodies.Select((body, at) => body with { Id = $"b{at}" }).ToArray();
                new Random(seed).Shuffle(named);
                var directory = new DirectorySnapshot("1", named);

                var told = Audience.Of(Some.Approved(), directory, channel);

                Assert.Equal(Said(directory, channel), told.Select(addressee => (addressee.Body.Id, addressee.Contact.Id, addressee.Position)));
            },
            iter: 1_000);

    private static IEnumerable<(string Body, string Contact, Position Position)> Said(DirectorySnapshot directory, Channel channel)
    {
        var all =
            from body in directory.Bodies
            let position = Some.Approved().Scope.PositionOf(Places.Get(body.Place), body.Sectors)
            where channel == Channel.Email || position != Position.Elsewhere
            from contact in body.Contacts
            let address = channel == Channel.Email ? contact.Email : contact.Phone
            where address is not null
            orderby position, body.Tier, contact.Order, body.Id, contact.Id
            group (body, contact, position) by address into same
            select same.First();
        return
            from one in all
            orderby one.body.Tier, one.position, one.contact.Order, one.body.Id, one.contact.Id
            select (one.body.Id, one.contact.Id, one.position);
    }
}
