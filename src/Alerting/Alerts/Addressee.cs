using Alerting.Delivery.Batches;
using Alerting.Directory;
using Alerting.Scopes;

namespace Alerting.Alerts;

/// <summary>A contact with the address that he is told at. A value, and small: an audience may be 100,000.</summary>
/// <param name="Body">His body.</param>
/// <param name="Contact">The contact.</param>
/// <param name="Address">Where to.</param>
/// <param name="Position">Which text: inside, neighbour or elsewhere.</param>
/// <param name="Place">Place in the order of the ids of body and contact, from 0.</param>
public readonly record struct Addressee(Body Body, Contact Contact, Address Address, Position Position, int Place)
{
    /// <summary>Tier of the body, 1 first.</summary>
    public int Tier => Body.Tier;

    /// <summary>As it is planned: what the directory says later changes nothing.</summary>
    public Recipient Recipient() => new(Body.Id, Contact.Id, Address, Contact.Language, Position);

    /// <summary>Sorts as position, then tier, then duty order, then the ids do: one number, because an audience may be 100,000.</summary>
    internal long Urgency => ((long)Position << 60) | ((long)Tier << 56) | Rest;

    /// <summary>Sorts by tier, and within one by <see cref="Urgency"/>.</summary>
    internal long TierFirst => ((long)Tier << 60) | ((long)Position << 56) | Rest;

    // Room for 16 million places in a duty order; what is beyond counts as the last of them.
    private long Rest => ((long)Math.Min(Contact.Order, 0xFF_FFFF) << 32) | (uint)Place;
}
