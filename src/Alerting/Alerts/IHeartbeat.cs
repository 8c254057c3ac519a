namespace Alerting.Alerts;

/// <summary>Somebody outside who hears from every audit and raises the alarm when he hears nothing.</summary>
public interface IHeartbeat
{
    /// <summary>Tells him that an audit went through. Never throws for what the network does.</summary>
    /// <returns>Null when he took it or nobody is configured; otherwise why not, such as <c>http-500</c>, <c>connect</c> or <c>timeout</c>.</returns>
    Task<string?> BeatAsync(CancellationToken cancellationToken);
}
