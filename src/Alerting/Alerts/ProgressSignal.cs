namespace Alerting.Alerts;

/// <summary>What a follower of an alert is told.</summary>
public enum ProgressSignal
{
    /// <summary>The counts have changed, or are the first.</summary>
    Progress,

    /// <summary>Nothing has changed; the connection lives.</summary>
    Heartbeat,

    /// <summary>Every delivery has its end state and nothing more is expected.</summary>
    End,
}
