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

    private readonly ConcurrentDictionary<BatchId, Picture> pictures = new();

    /// <summary>How many batches it holds a picture of: those that were asked for a moment ago.</summary>
    public int Count => pictures.Count;

    /// <summary>True when the owner of an address has confirmed the text message or a call of this batch.</summary>
    public async Task<bool> IsConfirmedAsync(BatchId texts, Address address, CancellationToken cancellationToken)
    {
        if (!pictures.TryGetValue(texts, out var picture) || !IsFresh(picture))
        {
            ForgetOld();
            var asked = time.GetTimestamp();
            picture = new(await ReadAsync(texts, cancellationToken), asked);
            pictures[texts] = picture;
        }

        return picture.History.IsConfirmed(address);
    }

    // A picture is the whole history of up to a hundred people.
    private void ForgetOld()
    {
        foreach (var (texts, picture) in pictures)
            if (!IsFresh(picture))
                pictures.TryRemove(texts, out _);
    }

    private bool IsFresh(Picture taken) => time.GetElapsedTime(taken.At) < Freshness;

    private async Task<CallHistory> ReadAsync(BatchId texts, CancellationToken cancellationToken) =>
        await CallHistory.ReadAsync(store, texts, cancellationToken)
        ?? throw new InvalidOperationException($"Calls follow {texts}, which was never planned: look for a restored or cleared table.");

    private sealed record Picture(CallHistory History, long At);
}
