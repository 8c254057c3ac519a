using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace Alerting.Benchmarks;

/// <summary>Has another .NET process collect all its garbage, so that what stays is what it holds.</summary>
internal static class HeapCollection
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    // A session with this keyword begins with a full, blocking collection.
    private const long GcHeapCollect = 0x800000;
    private const int Looks = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Collects, and returns the least resident memory in the two seconds after, in MB.</summary>
    public static async Task<double> RestOfAsync(int pid, CancellationToken cancellationToken)
    {
        var client = new DiagnosticsClient(pid);
        using (var session = await client.StartEventPipeSessionAsync(new EventPipeProvider(Runtime, EventLevel.Informational, GcHeapCollect), requestRundown: false, token: cancellationToken))
        {
            var drained = session.EventStream.CopyToAsync(Stream.Null, cancellationToken);
            await session.StopAsync(cancellationToken);
            await drained;
        }

        // The collector gives pages back bit by bit.
        using var pace = new PeriodicTimer(BetweenLooks);
        var least = double.MaxValue;
        for (var look = 0; look < Looks; look++)
        {
            await pace.WaitForNextTickAsync(cancellationToken);
            least = Math.Min(least, ProcessUse.RestOf(pid));
        }

        return least;
    }
}
