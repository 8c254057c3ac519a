using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Alerting.Alerts;
using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>Looks at an alert for one follower and tells him, as server-sent events.</summary>
internal sealed class ProgressStream(ProgressWatch watch, TimeProvider time, IHostApplicationLifetime life)
{
    /// <summary>The events, until the alert is over, the follower is gone, has followed for long enough, or the app stops.</summary>
    /// <param name="declaration">An approved declaration.</param>
    /// <param name="seen">The revision that the follower has seen, if any.</param>
    /// <param name="cancellationToken">The follower is gone.</param>
    public async IAsyncEnumerable<SseItem<AlertDocument?>> FollowAsync(
        Declaration declaration, long? seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A stream must not keep the app from stopping; the follower comes again, to another instance.
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.ApplicationStopping);
        var follower = new ProgressFollower(seen, time.GetUtcNow());
        while (!gone.IsCancellationRequested)
        {
            var reading = await watch.ReadAsync(declaration, gone.Token);
            var turn = follower.Next(reading, time.GetUtcNow());
            foreach (var signal in turn.Signals)
                yield return Event(signal, declaration, reading);
            if (turn.IsLast)
                yield break;
            follower = turn.Follower;
            await Task.Delay(ProgressFollower.Pause, time, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static SseItem<AlertDocument?> Event(ProgressSignal signal, Declaration declaration, AlertReading reading) => signal switch
    {
        ProgressSignal.Heartbeat => new(null, "heartbeat"),
        _ => new(AlertDocument.Of(declaration, reading.Progress), signal == ProgressSignal.End ? "end" : "progress")
        {
            EventId = reading.Revision.ToString(CultureInfo.InvariantCulture),
        },
    };
}
