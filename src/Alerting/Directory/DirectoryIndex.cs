using System.Collections.Frozen;

namespace Alerting.Directory;

/// <summary>Who is behind an address, for what comes back from it.</summary>
public sealed class DirectoryIndex
{
    private readonly FrozenDictionary<string, Listing[]> _byAddress;

    private DirectoryIndex(string version, FrozenDictionary<string, Listing[]> byAddress) => (Version, _byAddress) = (version, byAddress);

    /// <summary>The directory that was indexed.</summary>
    public string Version { get; }

    /// <summary>Indexes all bodies of a directory.</summary>
    public static DirectoryIndex Of(DirectorySnapshot snapshot)
    {
        var listings =
            from body in snapshot.Bodies
            from contact in body.Contacts
            from address in new[] { contact.Phone, contact.Email }
            where address is not null
            group new Listing(body, contact) by address.Value.Value;
        return new(snapshot.Version, listings.ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Every contact with the address; one number may serve several bodies. Empty when there is none.</summary>
    /// <param name="address">A number in E.164 form, or an email address in upper or lower case.</param>
    public IReadOnlyList<Listing> Find(Address address) => _byAddress.GetValueOrDefault(address.Value) ?? [];
}
