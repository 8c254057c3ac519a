using Alerting.Directory;
using Alerting.Readiness;
using Alerting.Scopes;

namespace Alerting.Functions;

/// <summary>A body as callers see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Place">Code of the place it is responsible for.</param>
/// <param name="PlaceName">Name of that place.</param>
/// <param name="Sectors">Sectors it belongs to.</param>
/// <param name="Tier">Who is told first: 1 to 3.</param>
/// <param name="Contacts">In the order of the directory.</param>
internal sealed record BodyDocument(
    string Id, string Name, string Place, string PlaceName, IReadOnlyList<string> Sectors, int Tier, IReadOnlyList<ContactDocument> Contacts)
{
    public static BodyDocument Of(Body body, AddressWords words) => new(
        body.Id,
        body.Name,
        body.Place,
        Places.Find(body.Place)?.Name ?? body.Place,
        body.Sectors,
        body.Tier,
        [.. body.Contacts.Select(contact => ContactDocument.Of(contact, words))]);
}
