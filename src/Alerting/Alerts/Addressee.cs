using Alerting.Delivery.Batches;
using Alerting.Directory;
using Alerting.Scopes;

namespace Alerting.Alerts;

/// <summary>A contact with the address that he is told at. A value, and small: an audience may be 100,000.</summary>
/// <param name="Body">His body.</param>
/// <param name="Contact">The contact.</param>
/// <param name="Address">Where to.</param>
/// <param name="Position">Which text: inside, neighbour or elsewhere.</param>
public readonly record struct Addressee(Body Body, Contact Contact, Address Address, Position Position)
{
    /// <summary>Tier of the body, 1 first.</summary>
    public int Tier => Body.Tier;

    /// <summary>As it is planned: what the directory says later changes nothing.</summary>
    public Recipient Recipient() => new(Body.Id, Contact.Id, Address, Contact.Language, Position);

    /// <summary>Most urgent first: position, then tier, then duty order; of equals in the order of their ids.</summary>
    internal static int ByUrgency(Addressee one, Addressee other)
    {
        if (one.Rank != other.Rank)
            return one.Rank.CompareTo(other.Rank);
        var body = string.CompareOrdinal(one.Body.Id, other.Body.Id);
        return body != 0 ? body : string.CompareOrdinal(one.Contact.Id, other.Contact.Id);
    }

    /// <summary>By tier, and within one by urgency.</summary>
    internal static int ByTier(Addressee one, Addressee other) => one.Tier != other.Tier ? one.Tier.CompareTo(other.Tier) : ByUrgency(one, other);

    private long Rank => ((long)Position << 48) | ((long)Tier << 32) | (uint)Contact.Order;
}
