using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace Alerting.Benchmarks;

/// <summary>Has another .NET process collect all its garbage, and looks at what stays.</summary>
internal static class HeapCollection
{
    // A session with the second keyword begins with a full, blocking collection.
    private const long Keywords = (long)(ClrTraceEventParser.Keywords.GC | ClrTraceEventParser.Keywords.GCHeapCollect);
    private const double BytesPerMegabyte = 1024 * 1024;
    private const int Looks = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Collects; returns what is alive by the collector's own count, and the least resident memory in the two seconds after, in MB.</summary>
    /// <exception cref="InvalidOperationException">The process did not collect.</exception>
    public static async Task<(double Alive, double Resident)> MeasureAsync(int pid, CancellationToken cancellationToken) =>
        (await CollectAsync(pid, cancellationToken), await ResidentAsync(pid, cancellationToken));

    private static async Task<double> CollectAsync(int pid, CancellationToken cancellationToken)
    {
        var provider = new EventPipeProvider(ClrTraceEventParser.ProviderName, EventLevel.Informational, Keywords);
        using var session = await new DiagnosticsClient(pid).StartEventPipeSessionAsync(provider, requestRundown: false, token: cancellationToken);
        using var recorded = new MemoryStream();
        var copied = session.EventStream.CopyToAsync(recorded, cancellationToken);
        await session.StopAsync(cancellationToken);
        await copied;
        recorded.Position = 0;
        return AliveOf(recorded) ?? throw new InvalidOperationException($"Process {pid} was asked to collect its garbage and did not.");
    }

    // Promoted in a full collection is whatever was found alive.
    private static double? AliveOf(Stream recorded)
    {
        double? alive = null;
        var isFull = false;
        using var events = new EventPipeEventSource(recorded);
        events.Clr.GCStart += start => isFull = start.Depth == GC.MaxGeneration;
        events.Clr.GCHeapStats += heap => alive ??= isFull ? heap.TotalPromoted / BytesPerMegabyte : null;
        events.Process();
        return alive;
    }

    // The collector gives pages back bit by bit.
    private static async Task<double> ResidentAsync(int pid, CancellationToken cancellationToken)
    {
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
