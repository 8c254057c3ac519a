namespace Alerting.Adapters.ServiceBus;

/// <summary>How many messages go together.</summary>
internal static class BusBatch
{
    private const int MaxCount = 1000;

    // What wraps a message in a batch: descriptor, type and length.
    private const int Wrapping = 16;

    /// <summary>Of the messages from <paramref name="start"/> on, how many fit in one: at least one, since the broker is to say that it is too big.</summary>
    /// <param name="lengths">Encoded length of each message, bytes.</param>
    /// <param name="start">Index of the first that is to be sent.</param>
    /// <param name="maxSize">Bytes.</param>
    public static int Count(IReadOnlyList<int> lengths, int start, long maxSize)
    {
        var count = 1;
        for (long size = lengths[start] + Wrapping; start + count < lengths.Count && count < MaxCount; count++)
        {
            size += lengths[start + count] + Wrapping;
            if (size > maxSize)
                break;
        }

        return count;
    }
}
