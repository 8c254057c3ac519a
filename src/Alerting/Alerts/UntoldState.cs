namespace Alerting.Alerts;

/// <summary>Why a channel has not told somebody.</summary>
public enum UntoldState
{
    /// <summary>It waits for a send, or for the provider's word on one: he may still be told.</summary>
    Open,

    /// <summary>Rejected, given up or reported as not arrived: nothing is sent any more.</summary>
    Failed,
}
