using Alerting.Delivery.Batches;

namespace Alerting.Readiness;

/// <summary>Learns from every batch which addresses are wrong, and forgets it when they work again.</summary>
/// <remarks>A rejected address is tried with the next alert all the same: a provider's data heals, a try is cheap, and a wrong mark must keep nobody untold.</remarks>
public sealed class AddressWatch(IAddressWords store, TimeProvider time)
{
    /// <summary>How old the picture may be: 30 s. A word that is missed for it is learnt with the batch's next report.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private volatile Picture? picture;

    /// <summary>All words, at most <see cref="Freshness"/> old.</summary>
    public async ValueTask<AddressWords> ReadAsync(CancellationToken cancellationToken)
    {
        if (picture is { } taken && time.GetElapsedTime(taken.At) < Freshness)
            return taken.Words;
        var now = time.GetTimestamp();
        var words = new AddressWords(await store.ReadAsync(cancellationToken));
        picture = new(words, now);
        return words;
    }

    /// <summary>Keeps what a batch tells of its addresses and was not known before. Twice is harmless.</summary>
    public async Task LearnAsync(BatchRecord record, CancellationToken cancellationToken)
    {
        var verdicts = AddressVerdicts.Of(record).ToList();
        if (verdicts.Count == 0)
            return;
        var known = await ReadAsync(cancellationToken);
        foreach (var word in verdicts.Where(known.IsNews))
        {
            await store.KeepAsync(word, cancellationToken);
            known.Add(word);
        }
    }

    private sealed record Picture(AddressWords Words, long At);
}
