namespace Alerting.Benchmarks;

/// <summary>How long something took that was done several times, one after the other; milliseconds.</summary>
/// <param name="Reads">How often.</param>
/// <param name="P50Ms">Half took no longer.</param>
/// <param name="P99Ms">99 of 100 took no longer.</param>
internal sealed record ProgressTimes(int Reads, double P50Ms, double P99Ms)
{
    /// <summary>Does it once to warm up, and then so often.</summary>
    public static async Task<ProgressTimes> OfAsync(int reads, Func<Task> read)
    {
        await read();
        var times = new List<double>();
        for (var number = 0; number < reads; number++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await read();
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return new(reads, At(times, 0.50), At(times, 0.99));
    }

    private static double At(List<double> sorted, double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 1);
}
