using Alerting.Declarations;

namespace Alerting.Delivery.Turns;

/// <summary>What is known of each alert whose useful life is not over; one looks at it at a time.</summary>
/// <typeparam name="TKnown">What is known of one.</typeparam>
/// <param name="pace">The clock.</param>
internal sealed class KnownAlerts<TKnown>(BatchPace pace) : IDisposable
{
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly Dictionary<DeclarationId, (DateTimeOffset Deadline, TKnown Known)> alerts = [];

    /// <summary>Looks at what is known of an alert, when nobody else does.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="learn">What is known of it at first. When this fails, nothing is.</param>
    /// <param name="look">What is asked; may change what is known.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<TAnswer> LookAsync<TAnswer>(
        Declaration alert, Func<Task<TKnown>> learn, Func<TKnown, Task<TAnswer>> look, CancellationToken cancellationToken)
    {
        await looking.WaitAsync(cancellationToken);
        try
        {
            if (!alerts.TryGetValue(alert.Id, out var kept))
            {
                foreach (var over in alerts.Where(other => other.Value.Deadline <= pace.Now).ToList())
                    alerts.Remove(over.Key);
                kept = alerts[alert.Id] = (pace.DeadlineOf(alert), await learn());
            }

            return await look(kept.Known);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <summary>Adds to what is known of an alert; when nothing is known, nothing happens.</summary>
    public async Task TellAsync(DeclarationId alert, Action<TKnown> tell)
    {
        await looking.WaitAsync();
        try
        {
            if (alerts.TryGetValue(alert, out var kept))
                tell(kept.Known);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => looking.Dispose();
}
