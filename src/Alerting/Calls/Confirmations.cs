using System.Collections.Concurrent;
using Alerting.Delivery.Batches;
using Alerting.Directory;

namespace Alerting.Calls;

/// <summary>Who has confirmed, as the store had it a moment ago, so that every single call can be held to it.</summary>
/// <param name="store">Where it is.</param>
/// <param name="time">The clock.</param>
public sealed class Confirmations(IDeliveryStore store, TimeProvider time)
{
    /// <summary>How old the picture may be: 250 ms.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(250);

    private const int KeptPictures = 64;

    private readonly ConcurrentDictionary<BatchId, Picture> pictures = new();

    /// <summary>True when the owner of an address has confirmed the text message or a call of this batch.</summary>
    public async Task<bool> IsConfirmedAsync(BatchId texts, Address address, CancellationToken cancellationToken)
    {
        if (!pictures.TryGetValue(texts, out var picture) || time.GetElapsedTime(picture.At) >= Freshness)
        {
            if (pictures.Count > KeptPictures)
                pictures.Clear();
            picture = new(await ReadAsync(texts, cancellationToken), time.GetTimestamp());
            pictures[texts] = picture;
        }

        return picture.History.IsConfirmed(address);
    }

    private async Task<CallHistory> ReadAsync(BatchId texts, CancellationToken cancellationToken) =>
        await CallHistory.ReadAsync(store, texts, cancellationToken)
        ?? throw new InvalidOperationException($"Calls follow {texts}, which was never planned: look for a restored or cleared table.");

    private sealed record Picture(CallHistory History, long At);
}
