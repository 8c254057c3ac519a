using System.Collections.Concurrent;
using Alerting.Directory;

namespace Alerting.Readiness;

/// <summary>The words by address.</summary>
public sealed class AddressWords(IEnumerable<AddressWord> words)
{
    private readonly ConcurrentDictionary<Address, AddressWord> byAddress = new(words.Select(word => KeyValuePair.Create(word.Address, word)));

    /// <summary>Nobody was ever rejected.</summary>
    public static AddressWords None { get; } = new([]);

    /// <summary>Why and when an address was rejected; null when it was not, has worked since, or somebody has shown since that it is right.</summary>
    /// <param name="address">The address; null for none.</param>
    /// <param name="verifiedAt">When somebody last showed that it reaches the contact; null for never.</param>
    public AddressWord? RejectionOf(Address? address, DateTimeOffset? verifiedAt) =>
        address is { } known && byAddress.TryGetValue(known, out var word) && word.IsRejected && !(verifiedAt > word.At) ? word : null;

    /// <summary>True when the word says something new: a rejection that is not known yet, or that a rejected address works again.</summary>
    internal bool IsNews(AddressWord word) => byAddress.TryGetValue(word.Address, out var kept)
        ? kept.IsRejected ? word.At > kept.At : word.IsRejected && word.At > kept.At
        : word.IsRejected;

    internal void Add(AddressWord word) => byAddress[word.Address] = word;
}
