namespace Alerting.Readiness;

/// <summary>What providers last said about addresses that were rejected once.</summary>
public interface IAddressWords
{
    /// <summary>Keeps a word, unless a later one on the same address is kept.</summary>
    Task KeepAsync(AddressWord word, CancellationToken cancellationToken);

    /// <summary>All words, in no order.</summary>
    Task<IReadOnlyList<AddressWord>> ReadAsync(CancellationToken cancellationToken);
}
